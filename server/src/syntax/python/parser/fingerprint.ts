import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Ties python-parser.wasm to the sources it was built from; kept beside it as python-parser.wasm.json. */
export interface Fingerprint {
  readonly wasmSha256: string;
  /** Over Cargo.toml, Cargo.lock, rust-toolchain.toml and src: each file's path and text, sorted by path, line ends as `\n`. */
  readonly sourcesSha256: string;
}

const folder = fileURLToPath(new URL('.', import.meta.url));

/** The fingerprint of the files as they are now. */
export function currentFingerprint(): Fingerprint {
  const wasm = createHash('sha256').update(readFileSync(join(folder, 'python-parser.wasm')));
  const sources = createHash('sha256');
  const rust = readdirSync(join(folder, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.rs'))
    .map((name) => `src/${name.replaceAll('\\', '/')}`);
  for (const path of ['Cargo.toml', 'Cargo.lock', 'rust-toolchain.toml', ...rust].sort()) {
    const text = readFileSync(join(folder, path), 'utf8').replaceAll('\r\n', '\n');
    sources.update(`${path}\0${text}\0`);
  }
  return { wasmSha256: wasm.digest('hex'), sourcesSha256: sources.digest('hex') };
}
