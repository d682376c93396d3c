import pc from 'picocolors';
import type { AnyRule } from '../contract/rule.ts';
import { ruleUrl } from '../contract/rule-url.ts';
import { areaOf } from '../engine/run-rules.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import { oneOf } from './load-config.ts';
import type { Terminal } from './terminal.ts';

/** `djpreflight rules`: all rules with what they report, for people or as JSON. */
export function rulesCommand(options: { format: string }, rules: readonly AnyRule[], terminal: Terminal): ExitCode {
  if (oneOf(options.format, ['human', 'json'] as const, '--format') === 'json') {
    const list = rules.map((rule) => ({ ...rule.meta, area: areaOf(rule), url: ruleUrl(areaOf(rule), rule.meta.id) }));
    terminal.stdout(`${JSON.stringify(list, null, 2)}\n`);
    return exitCodes.clean;
  }
  const colours = pc.createColors(terminal.colours);
  const width = Math.max(...rules.map(({ meta }) => meta.id.length));
  for (const { meta } of rules) {
    const fix = meta.fix === 'none' ? '' : colours.green(` (fix: ${meta.fix})`);
    terminal.stdout(`${colours.bold(meta.id.padEnd(width))}  ${meta.title}${fix}\n`);
    for (const [row, { title }] of Object.entries(meta.rows ?? {})) {
      terminal.stdout(`  ${colours.dim(`:${row}`.padEnd(width - 2))}  ${title}\n`);
    }
  }
  return exitCodes.clean;
}
