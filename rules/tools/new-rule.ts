// `npm run new-rule -- <area> <group>/<name>`: writes the files of a new rule, to be filled in, and adds it to the registry.
// Must not overwrite anything. Look next at rule-skeleton.ts for what is written and CONTRIBUTING.md for what to do with it.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Area, areas, ruleFiles } from './rule-files.ts';
import { ruleSkeleton } from './rule-skeleton.ts';

const inRepository = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

function stop(message: string): never {
  console.error(message);
  process.exit(2);
}

const [area, id, ...rest] = process.argv.slice(2);
const isArea = (word: string | undefined): word is Area => areas.some((one) => one === word);
if (!isArea(area) || id === undefined || rest.length > 0) {
  stop(`Usage: npm run new-rule -- <${areas.join('|')}> <group>/<name>`);
}
if (!/^[a-z0-9]+(-[a-z0-9]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) {
  stop(`\`${id}\` is no rule id: write <group>/<name> in lower case, words joined by \`-\`, as https/hsts-missing.`);
}
const taken = ruleFiles().find((file) => file.id === id);
if (taken !== undefined) stop(`rules/${taken.relativePath} has this id already.`);

const { version } = JSON.parse(readFileSync(inRepository('package.json'), 'utf8')) as { version: string };
const files = ruleSkeleton(area, id, version);
for (const path of files.keys()) if (existsSync(inRepository(path))) stop(`${path} exists already.`);
for (const [path, text] of files) {
  mkdirSync(dirname(inRepository(path)), { recursive: true });
  writeFileSync(inRepository(path), text);
  console.log(path);
}
await import('./generate.ts');
console.log('Fill in what says FILL IN, then run `npm run generate` and `npm test`.');
