import { existsSync, readFileSync } from 'node:fs';
import { ruleFiles } from './rule-files.ts';

/**
 * The pages of all rules by id, as the build writes them to pages.json; line ends are `\n` whatever the checkout has.
 * A rule whose page is not written yet is left out: the tests miss it, and the build goes on meanwhile.
 */
export function collectPages(): Readonly<Record<string, string>> {
  const pages = ruleFiles().map(({ id, path }) => ({ id, page: path.replace(/\.ts$/, '.md') }));
  return Object.fromEntries(
    pages
      .filter(({ page }) => existsSync(page))
      .map(({ id, page }) => [id, readFileSync(page, 'utf8').replaceAll('\r\n', '\n')]),
  );
}
