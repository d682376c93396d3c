// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
const unprintable = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** A text of the repository as one line that cannot steer a terminal: control and invisible characters become U+FFFD, tabs one blank each. */
export function printable(text: string): string {
  return text.replaceAll('\t', ' ').replaceAll(unprintable, '\ufffd');
}
