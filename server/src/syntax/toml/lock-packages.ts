import type { Span } from '../../text/span.ts';

/** One `[[package]]` of a lock file. */
export interface LockedPackage {
  /** As written in the file. */
  readonly name: string;
  /** Undefined for a package that is built from the project's own folder. */
  readonly version: string | undefined;
  /** The version's text without quotes, or that of the name when there is no version. */
  readonly span: Span;
}

const headerLine = /^\[/;
const plainLine = /^(name|version) = "([^"\\]{1,200})"/;

/**
 * Names and versions of a uv.lock, poetry.lock or pdm.lock. These files are machine-written with one key a line and reach megabytes;
 * reading lines takes a hundredth of the time that the whole tree takes. Offsets are UTF-16 units of `text`.
 */
export function lockedPackages(text: string): readonly LockedPackage[] {
  const packages: LockedPackage[] = [];
  let inPackage = false;
  let name: LockedPackage | undefined;
  let version: { readonly value: string; readonly span: Span } | undefined;
  const close = (): void => {
    if (name !== undefined) packages.push({ name: name.name, version: version?.value, span: (version ?? name).span });
    name = undefined;
    version = undefined;
  };
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const first = text.charCodeAt(start);
    // `[`, `n` and `v` begin the only lines that matter.
    if (first === 91) {
      const line = text.slice(start, end).trimEnd();
      if (headerLine.test(line)) {
        close();
        inPackage = line === '[[package]]';
      }
    } else if (inPackage && (first === 110 || first === 118)) {
      const match = plainLine.exec(text.slice(start, Math.min(end, start + 256)));
      const value = match?.[2];
      if (match !== null && value !== undefined) {
        const at = start + match[0].length - value.length - 1;
        const span = { start: at, end: at + value.length };
        if (match[1] === 'name') name ??= { name: value, version: undefined, span };
        else version ??= { value, span };
      }
    }
    start = end + 1;
  }
  close();
  return packages;
}
