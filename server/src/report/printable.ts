import { looksSecret } from '../text/secret-form.ts';
import { visibleText } from '../text/visible-text.ts';

/** A text of the repository as one line that cannot steer a terminal: control and invisible characters become U+FFFD, tabs one blank each. */
export function printable(text: string): string {
  return visibleText(text.replaceAll('\t', ' '));
}

const secretName =
  /secret|passw|passphrase|token|api_?key|private_?key|access_?key|signing_?key|encryption_?key|credential|salt|dsn|authorization|[_-]pin\b|:\/\/[^/\s:@]*:(?:[^/\s@]+@|[{%])/i;

/**
 * A source line that may be shown in a log: where a name on it speaks of a secret, or a text has the form of one, every literal is
 * dotted out, and in an image or process file what stands behind `NAME=`. As long as before, so that carets below it stay right.
 */
export function withoutSecrets(line: string): string {
  if (!secretName.test(line) && !looksSecret(line)) return line;
  return line
    .replaceAll(/(["'])((?:\\.|(?!\1)[^\\])*)(\1|$)/g, (_, open: string, text: string, close: string) => {
      return `${open}${dots(text)}${close}`;
    })
    .replaceAll(/([\w-]+=)([^\s"'()[\]{},\u00b7]+)/g, (_, name: string, text: string) => `${name}${dots(text)}`)
    .replaceAll(/([\w-]+: +)([^\s"'()[\]{},\u00b7]+)$/g, (_, name: string, text: string) => `${name}${dots(text)}`)
    .replaceAll(/\d{4,}/g, dots)
    .replaceAll(/\S{16,}/g, (word) => (looksSecret(word) ? dots(word) : word));
}

function dots(text: string): string {
  return '·'.repeat(text.length);
}
