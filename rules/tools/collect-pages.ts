import { readFileSync } from 'node:fs';
import { ruleFiles } from './rule-files.ts';

/**
 * The pages of all rules by id, as the build writes them to pages.json; line ends are `\n` whatever the checkout has.
 * @throws Error (ENOENT) when a rule has no page: a bundle that cannot explain a rule is not built.
 */
export function collectPages(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    ruleFiles().map(({ id, path }) => [
      id,
      readFileSync(path.replace(/\.ts$/, '.md'), 'utf8').replaceAll('\r\n', '\n'),
    ]),
  );
}
