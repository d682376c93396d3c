// Writes everything that follows from the rules and schemas: the registry, the header tables of the pages, the table of
// rules/README.md, the schema of the configuration, and package.json's settings. Must not hold facts of its own: a generated file is
// never edited, and a test finds stale ones. Look next at generated-files.ts (what is written) and rule-files.ts (where rules are found).
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { generatedFiles, registryFile } from './generated-files.ts';
import { ruleFiles } from './rule-files.ts';

// The registry first: everything else is read from the rules that it lists.
const registry = registryFile(ruleFiles());
writeFileSync(registry.path, registry.text);

for (const { path, text } of await generatedFiles()) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
