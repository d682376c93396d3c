// Control characters, bidirectional overrides and invisible characters can forge what a terminal or an editor shows.
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
const unprintable = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** The text with U+FFFD for each control or invisible character, line ends and tabs included: one line that hides nothing. */
export function visibleText(text: string): string {
  return text.replaceAll(unprintable, '\ufffd');
}
