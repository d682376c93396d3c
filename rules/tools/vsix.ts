import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createVSIX } from '@vscode/vsce';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What the extension needs, and nothing else: relative to the repository; a folder's JSON files by its name. */
const shipped = [
  ...['dist/client.cjs', 'dist/server.cjs', 'dist/python-parser.wasm', 'dist/pages.json'],
  ...['README.md', 'CHANGELOG.md', 'LICENSE', 'THIRD-PARTY-NOTICES.txt'],
];
/** Parts of package.json that are for the workshop and for npm. */
const ofTheWorkshop = ['bin', 'dependencies', 'devDependencies', 'files', 'private', 'scripts', 'type'];

/** The files of the .vsix, as paths in the extension's folder, sorted. */
export function vsixFiles(): readonly string[] {
  const snippets = readdirSync(join(root, 'snippets')).filter((name) => name.endsWith('.json'));
  return ['package.json', ...shipped, ...snippets.map((name) => `snippets/${name}`)].sort();
}

function withoutPictures(markdown: string): string {
  return markdown.replaceAll(/^ *!\[[^\]]*\]\([^)]*\)\n\n?/gm, '');
}

/**
 * Packs the extension; the bundles must have been built.
 * @param path where the .vsix goes.
 * @throws what `vsce` finds wrong with the manifest.
 */
export async function packVsix(path: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'djpreflight-vsix-'));
  try {
    for (const file of vsixFiles()) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      if (file !== 'package.json') cpSync(join(root, file), join(folder, file));
      // VS Code shows no pictures of the extension's own folder.
      if (file === 'README.md')
        writeFileSync(join(folder, file), withoutPictures(readFileSync(join(root, file), 'utf8')));
    }
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, unknown>;
    const kept = Object.entries(manifest).filter(([key]) => !ofTheWorkshop.includes(key));
    writeFileSync(join(folder, 'package.json'), `${JSON.stringify(Object.fromEntries(kept), null, 2)}\n`);
    await createVSIX({
      cwd: folder,
      packagePath: path,
      dependencies: false,
      allowMissingRepository: true,
      rewriteRelativeLinks: false,
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
