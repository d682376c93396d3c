// Writes crates.json: every crate linked into python-parser.wasm with its licence, for the third-party notices.
// Must not guess: a crate without a known text stops it. Run it after a change of Cargo.lock, where build.sh runs.

import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

interface Artifact {
  readonly reason: string;
  readonly package_id: string;
  readonly manifest_path: string;
  readonly filenames: readonly string[];
}

interface Crate {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly repository?: string;
  /** Keys of `texts`. */
  readonly licenseTexts: readonly string[];
}

const here = fileURLToPath(new URL('.', import.meta.url));
const texts = new Map<string, string>();

/** The key of a text, the same for equal texts: the name that first brought it. */
function keyOf(text: string, name: string): string {
  const plain = `${text.replaceAll('\r\n', '\n').trim()}\n`;
  for (const [key, known] of texts) if (known === plain) return key;
  texts.set(name, plain);
  return name;
}

function ownText(name: string): string {
  return readFileSync(join(here, 'licences', `${name}.txt`), 'utf8');
}

/** Of the files in a crate: the text we choose where it offers several, and the Unicode licence where there is one beside it. */
function textsOf(name: string, license: string, folder: string): string[] {
  const files = readdirSync(folder);
  const choices = [
    /^licen[sc]e[-_]mit/i,
    /^licen[sc]e(\.md|\.txt)?$/i,
    /^licen[sc]e[-_]boost/i,
    /^licen[sc]e[-_]apache/i,
  ];
  const chosen = choices.map((choice) => files.find((file) => choice.test(file))).find((file) => file !== undefined);
  const found = chosen === undefined ? [] : [keyOf(readFileSync(join(folder, chosen), 'utf8'), name)];
  if (name.startsWith('ruff_')) found.push(keyOf(ownText('ruff'), 'ruff'));
  const unicode = ['LICENSE-UNICODE', 'data/LICENSE-UNICODE'].find((file) => existsSync(join(folder, file)));
  if (unicode !== undefined) found.push(keyOf(readFileSync(join(folder, unicode), 'utf8'), `${name} (Unicode data)`));
  else if (license.includes('Unicode')) throw new Error(`no Unicode licence for ${name}`);
  if (found.length === 0) throw new Error(`no licence text for ${name}`);
  return found;
}

/** The value of a key in the `[package]` table of a manifest. */
function manifestValue(manifest: string, key: string): string | undefined {
  return new RegExp(`^${key} = "([^"]*)"`, 'm').exec(manifest)?.[1];
}

function crateOf(path: string): Crate {
  const manifest = readFileSync(path, 'utf8');
  const name = manifestValue(manifest, 'name') ?? '';
  const license = manifestValue(manifest, 'license');
  if (license === undefined) throw new Error(`no licence of ${name}`);
  const repository = manifestValue(manifest, 'repository');
  const crate = { name, version: manifestValue(manifest, 'version') ?? '', license };
  const licenseTexts = textsOf(name, license, dirname(path));
  return repository === undefined ? { ...crate, licenseTexts } : { ...crate, repository, licenseTexts };
}

function standardLibrary(version: string): Crate {
  const license = 'MIT OR Apache-2.0';
  const repository = 'https://github.com/rust-lang/rust';
  return {
    name: 'Rust standard library',
    version,
    license,
    repository,
    licenseTexts: [keyOf(ownText('rust'), 'rust')],
  };
}

/** Manifests of what was compiled for the target: no build scripts, no macros. */
function linkedManifests(): string[] {
  const output = execFileSync(join(here, 'build.sh'), ['--message-format=json'], { encoding: 'utf8', maxBuffer: 1e9 });
  const linked = new Set<string>();
  for (const line of output.split('\n').filter((text) => text.startsWith('{'))) {
    const artifact = JSON.parse(line) as Artifact;
    const isLinked = artifact.filenames?.some((file) => file.includes('wasm32') && file.endsWith('.rlib'));
    if (artifact.reason === 'compiler-artifact' && isLinked) linked.add(artifact.manifest_path);
  }
  return [...linked];
}

const manifests = linkedManifests().filter((path) => existsSync(path) && dirname(path) !== here.replace(/[\\/]$/, ''));
const isStandard = (path: string) => /[\\/]rustlib[\\/]|[\\/]rustc-\d/.test(path);
const rustVersion = /channel = "([^"]*)"/.exec(readFileSync(join(here, 'rust-toolchain.toml'), 'utf8'))?.[1] ?? '';
const crates = [standardLibrary(rustVersion), ...manifests.filter((path) => !isStandard(path)).map(crateOf)];
crates.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1));
const content = { crates, texts: Object.fromEntries([...texts].sort()) };
const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome');
const json = execFileSync(process.execPath, [biome, 'format', '--stdin-file-path=crates.json'], {
  input: JSON.stringify(content, null, 2),
  encoding: 'utf8',
});
writeFileSync(join(here, 'crates.json'), json);
