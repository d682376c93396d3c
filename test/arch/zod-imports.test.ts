import assert from 'node:assert/strict';
import { test } from 'node:test';
import { typescriptSources } from './repository.ts';
import { zodImportFaults } from './zod-imports.ts';

test('zod is imported as a namespace everywhere', () => {
  const sources = typescriptSources();
  assert.deepEqual(zodImportFaults(sources), []);
  assert.ok([...sources.values()].some((text) => text.includes("import * as z from 'zod';")));
});

for (const statement of [
  `import { z } from 'zod';`,
  `import z from 'zod';`,
  `import type { ZodType } from 'zod';`,
  `import * as z from 'zod/v4';`,
  `export { z } from 'zod';`,
  `const z = await import('zod');`,
]) {
  test(`planted: ${statement}`, () => {
    const files = new Map([
      ['server/src/contract/a.ts', `import * as z from 'zod';\nexport const a = z.string();\n`],
      ['server/src/contract/b.ts', `\n${statement}\n`],
    ]);
    assert.deepEqual(zodImportFaults(files), ['server/src/contract/b.ts:2']);
  });
}
