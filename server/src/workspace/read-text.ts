import { closeSync, constants, fstatSync, lstatSync, openSync, readSync } from 'node:fs';

/** A text, or one sentence that says why there is none. */
export type ReadText =
  | { readonly ok: true; readonly text: string; readonly mode: number }
  | { readonly ok: false; readonly reason: string };

/** The reason of a symbolic link, which is never followed. */
export const linkReason = 'It is a symbolic link.';

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const utf16 = new TextDecoder('utf-16le', { fatal: true, ignoreBOM: true });

// Windows has no such flag.
const noFollow = constants.O_NOFOLLOW ?? 0;

/**
 * Reads a regular file as UTF-8; a byte order mark stays in the text, so that offsets are those of the file.
 * Never follows a symbolic link in the last part of the path, never reads more than `largest` bytes.
 * @param encodings `'utf-16 too'` where a mark of UTF-16 at the start counts, as pip reads requirements that PowerShell wrote.
 */
export function readText(path: string, largest: number, encodings?: 'utf-16 too'): ReadText {
  let handle: number | undefined;
  try {
    if (noFollow === 0 && lstatSync(path).isSymbolicLink()) return refused(linkReason);
    // Without O_NONBLOCK a pipe that took the file's place would block for ever.
    handle = openSync(path, constants.O_RDONLY | noFollow | (constants.O_NONBLOCK ?? 0));
    const stat = fstatSync(handle);
    if (!stat.isFile()) return refused('It is no regular file.');
    if (stat.size > largest) return refused(`It is larger than ${sizeName(largest)}.`);
    const bytes = Buffer.allocUnsafe(stat.size);
    let length = 0;
    for (let read = 1; read > 0 && length < bytes.length; length += read) {
      read = readSync(handle, bytes, length, bytes.length - length, length);
    }
    const text = bytes.subarray(0, length);
    const isUtf16 = encodings !== undefined && length % 2 === 0 && text[0] === 0xff && text[1] === 0xfe;
    return decode(text, stat.mode, isUtf16 ? utf16 : decoder);
  } catch (error) {
    return refused(failureReason(error));
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

function decode(bytes: Buffer, mode: number, by: InstanceType<typeof TextDecoder>): ReadText {
  if (by !== utf16 && bytes.includes(0)) return refused('It is a binary file.');
  try {
    return { ok: true, text: by.decode(bytes), mode };
  } catch {
    return refused('It is not UTF-8 text.');
  }
}

/** Why a file or folder cannot be used, as one sentence. */
export function failureReason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
  if (code === 'EACCES' || code === 'EPERM') return 'It cannot be read: permission denied.';
  if (code === 'ENOENT') return 'It does not exist.';
  if (code === 'ELOOP') return linkReason;
  return `It cannot be read: ${code}.`;
}

function refused(reason: string): ReadText {
  return { ok: false, reason };
}

function sizeName(bytes: number): string {
  return bytes >= 1024 * 1024 ? `${bytes / 1024 / 1024} MB` : `${bytes / 1024} kB`;
}
