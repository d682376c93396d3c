import { visibleText } from '../text/visible-text.ts';

/** A text of the repository as one line that cannot steer a terminal: control and invisible characters become U+FFFD, tabs one blank each. */
export function printable(text: string): string {
  return visibleText(text.replaceAll('\t', ' '));
}

const secretName = /secret|passw|token|api_?key|private_?key|access_?key|credential|salt|dsn|:\/\/[^/\s:@]*:[^/\s@]+@/i;

/**
 * A source line that may be shown in a log: where a name on it speaks of a secret, or a URL has a password, every string literal is
 * dotted out. As long as before, so that carets below it stay right.
 */
export function withoutSecrets(line: string): string {
  if (!secretName.test(line)) return line;
  return line.replaceAll(/(["'])((?:\\.|(?!\1)[^\\])*)(\1|$)/g, (_, open: string, text: string, close: string) => {
    return `${open}${'·'.repeat(text.length)}${close}`;
  });
}
