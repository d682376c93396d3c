import type { AnyRule } from '../contract/rule.ts';
import { didYouMean } from '../engine/config.ts';
import { printable } from '../report/printable.ts';
import { type ExitCode, exitCodes, UsageError } from './exit-code.ts';
import type { Terminal } from './terminal.ts';

/**
 * `djpreflight explain RULE`: the rule's page as it stands beside the rule.
 * @param readPages gives the pages by rule id; called once, because they are a file of their own.
 */
export function explainCommand(
  id: string,
  rules: readonly AnyRule[],
  readPages: () => Readonly<Record<string, string>>,
  terminal: Terminal,
): ExitCode {
  const [rule = ''] = id.split(':');
  const known = rules.map(({ meta }) => meta.id);
  if (!known.includes(rule)) {
    throw new UsageError(`\`${printable(id)}\` is no rule${didYouMean(rule, known)} \`djpreflight rules\` lists them.`);
  }
  const page = readPages()[rule];
  if (page === undefined) throw new Error(`the page of ${rule} is missing from pages.json`);
  terminal.stdout(
    `${page
      .replaceAll(/^<!-- .* -->\n/gm, '')
      .replaceAll(/\n{3,}/g, '\n\n')
      .trimEnd()}\n`,
  );
  return exitCodes.clean;
}
