// Writes python-parser.wasm.json after a build; build.sh calls it.
// Must not be run to silence the test that compares: a changed source needs a new build.

import { writeFileSync } from 'node:fs';
import { currentFingerprint } from './fingerprint.ts';

const text = `${JSON.stringify(currentFingerprint(), null, 2)}\n`;
writeFileSync(new URL('python-parser.wasm.json', import.meta.url), text);
