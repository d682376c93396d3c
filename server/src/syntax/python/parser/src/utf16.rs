//! Positions: Ruff counts bytes of UTF-8, an editor counts UTF-16 code units.

/// Where the two ways of counting drift apart in one text.
pub struct Utf16Offsets {
    /// For each character outside ASCII: the byte after it, and how many more bytes than UTF-16
    /// units the text has up to there. Empty for an ASCII text, whose offsets are equal.
    drifts: Vec<(u32, u32)>,
}

impl Utf16Offsets {
    pub fn new(text: &str) -> Self {
        let mut drifts = Vec::new();
        if !text.is_ascii() {
            let mut drift = 0;
            for (start, character) in text.char_indices() {
                let bytes = character.len_utf8();
                if bytes > 1 {
                    drift += (bytes - character.len_utf16()) as u32;
                    drifts.push(((start + bytes) as u32, drift));
                }
            }
        }
        Self { drifts }
    }

    /// The UTF-16 offset of a byte offset on a character boundary.
    #[inline]
    pub fn at(&self, byte: u32) -> i32 {
        let before = self.drifts.partition_point(|&(end, _)| end <= byte);
        let drift = match before {
            0 => 0,
            n => self.drifts[n - 1].1,
        };
        (byte - drift) as i32
    }
}

/// The length of a text in UTF-16 units.
pub fn utf16_len(text: &str) -> u32 {
    text.chars()
        .map(|character| character.len_utf16() as u32)
        .sum()
}
