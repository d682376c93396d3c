//! The flat array that one parse gives, and the strings that are not spelled in the source.
//!
//! A node is `kind, start, end` and its fields, in the order of `schema.ts`; other nodes point to
//! it by its index. A list is its length and its items. Index 0 is never used, so that 0 can mean
//! "nothing" for a node and "empty" for a list.

use ruff_python_ast::Identifier;
use ruff_text_size::{Ranged, TextRange, TextSize};
use smallvec::SmallVec;

use crate::utf16::{utf16_len, Utf16Offsets};

/// Index of a node or list in the array; 0 for none.
pub type Index = i32;

/// The items of one list before it is written; most are short.
pub type Items = SmallVec<[Index; 16]>;

/// A lowering deeper than this is given up: the JavaScript side goes through nodes recursively,
/// and must be able to do so with its much smaller stack.
const MAX_DEPTH: u32 = 1_000;

pub struct Output<'source> {
    pub(crate) source: &'source str,
    offsets: Utf16Offsets,
    words: Vec<i32>,
    strings: String,
    /// Length of `strings` in UTF-16 units.
    strings_len: u32,
    /// Where the node begins that is being lowered: no child may begin before it.
    floor: TextSize,
    depth: u32,
    too_deep: bool,
}

impl<'source> Output<'source> {
    pub fn new(source: &'source str) -> Self {
        // Real code takes about 0.6 words for a byte, one file in a hundred more than one.
        let mut words = Vec::with_capacity(source.len() + 16);
        words.push(0);
        Self {
            source,
            offsets: Utf16Offsets::new(source),
            words,
            strings: String::new(),
            strings_len: 0,
            floor: TextSize::from(0),
            depth: 0,
            too_deep: false,
        }
    }

    /// The array and the strings; nothing when the tree was too deep.
    pub fn finish(self) -> Option<(Vec<i32>, String)> {
        (!self.too_deep).then_some((self.words, self.strings))
    }

    /// Lowers one node, giving `lower` its range, unless the tree has become too deep.
    ///
    /// Ruff puts an expression that half-typed code lacks at the end of the token before, which can
    /// lie before the parent: such a range is moved to the start of the parent.
    #[inline]
    pub fn nested(
        &mut self,
        range: TextRange,
        lower: impl FnOnce(&mut Self, TextRange) -> Index,
    ) -> Index {
        if self.depth >= MAX_DEPTH {
            self.too_deep = true;
            return 0;
        }
        let floor = self.floor;
        let range = TextRange::new(range.start().max(floor), range.end().max(floor));
        self.floor = range.start();
        self.depth += 1;
        let node = lower(self, range);
        self.depth -= 1;
        self.floor = floor;
        node
    }

    /// The UTF-16 offset of a byte offset.
    #[inline]
    pub fn offset(&self, at: TextSize) -> i32 {
        self.offsets.at(at.to_u32())
    }

    /// Writes one node and gives its index.
    #[inline]
    pub fn node(&mut self, kind: i32, range: TextRange, fields: &[i32]) -> Index {
        let index = self.words.len() as Index;
        let (start, end) = (self.offset(range.start()), self.offset(range.end()));
        self.words.extend_from_slice(&[kind, start, end]);
        self.words.extend_from_slice(fields);
        index
    }

    /// Writes words without kind and span, and gives their index.
    pub fn raw(&mut self, words: &[i32]) -> Index {
        let index = self.words.len() as Index;
        self.words.extend_from_slice(words);
        index
    }

    /// Writes a list of ready words.
    pub fn block(&mut self, items: &[i32]) -> Index {
        if items.is_empty() {
            return 0;
        }
        let index = self.words.len() as Index;
        self.words.push(items.len() as i32);
        self.words.extend_from_slice(items);
        index
    }

    /// Lowers each item, then writes the list of their indices.
    pub fn list<T>(
        &mut self,
        items: impl IntoIterator<Item = T>,
        mut lower: impl FnMut(&mut Self, T) -> Index,
    ) -> Index {
        let mut indices = Items::new();
        for item in items {
            indices.push(lower(self, item));
        }
        self.block(&indices)
    }

    /// A text as two words: the slice of the source at `range` when it is spelled there verbatim,
    /// else a slice of the strings, whose start is written as `-2 - start`.
    pub fn text(&mut self, text: &str, range: TextRange) -> [i32; 2] {
        if self.source.get(range.to_std_range()) == Some(text) {
            return [self.offset(range.start()), self.offset(range.end())];
        }
        self.string(text)
    }

    /// A text that does not stand in the source, as two words.
    pub fn string(&mut self, text: &str) -> [i32; 2] {
        let start = self.strings_len;
        self.strings.push_str(text);
        self.strings_len += utf16_len(text);
        [-2 - start as i32, self.strings_len as i32]
    }

    /// An identifier as three words: where it starts, and its text.
    pub fn name(&mut self, name: &Identifier) -> [i32; 3] {
        let [from, to] = self.text(name.as_str(), name.range());
        [self.offset(name.start()), from, to]
    }

    /// As [`Self::name`]; three times -1 for none.
    pub fn optional_name(&mut self, name: Option<&Identifier>) -> [i32; 3] {
        name.map_or([-1; 3], |name| self.name(name))
    }
}
