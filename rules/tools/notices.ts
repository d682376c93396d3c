// Writes THIRD-PARTY-NOTICES.txt from what the last build put into the bundles (dist/meta.json) and from the parser's crates.
// Must not be edited around: a test compares the file with the build. Run `npm run build` first.
// Look next at notices-text.ts.
import { readFileSync, writeFileSync } from 'node:fs';
import { noticesText } from './notices-text.ts';

const metafile = new URL('../../dist/meta.json', import.meta.url);
const { inputs } = JSON.parse(readFileSync(metafile, 'utf8')) as { inputs: Record<string, unknown> };
writeFileSync(new URL('../../THIRD-PARTY-NOTICES.txt', import.meta.url), noticesText(Object.keys(inputs)));
