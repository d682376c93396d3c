import { resolve } from 'node:path';
import type { AnyRule } from '../contract/rule.ts';
import { analyze } from '../engine/analyze.ts';
import { dockerFacts } from '../model/docker/docker-facts.ts';
import { settingsFacts } from '../model/settings/settings-facts.ts';
import { factsJson } from '../report/facts-json.ts';
import { openWorkspace } from '../workspace/node-workspace.ts';
import { type ExitCode, exitCodes, UsageError } from './exit-code.ts';
import { type ConfigOptions, loadConfig, oneOf } from './load-config.ts';
import type { Terminal } from './terminal.ts';

export interface FactsOptions extends ConfigOptions {
  readonly format: string;
  /** `YYYY-MM-DD`; the day of the run when it is left out. */
  readonly today?: string;
}

/** `djpreflight facts [PATH]`: what is known of settings and images, finding or not, those for development included. */
export function factsCommand(
  path: string,
  options: FactsOptions,
  rules: readonly AnyRule[],
  terminal: Terminal,
): ExitCode {
  oneOf(options.format, ['json'] as const, '--format');
  const today = options.today ?? terminal.today;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(today) || Number.isNaN(Date.parse(today))) {
    throw new UsageError('--today: a date such as 2026-11-25 is expected.');
  }
  const folder = resolve(terminal.cwd, path);
  const config = loadConfig(folder, options, rules, terminal.cwd);
  const opened = openWorkspace(folder, { exclude: config.exclude });
  if (!opened.ok) throw new UsageError(opened.message);
  const files = opened.workspace.files();
  // No rule runs: the tables alone are asked.
  const { project } = analyze({ texts: files.texts, listing: files.listing, rules: [], config });
  terminal.stdout(
    factsJson({
      root: opened.workspace.root,
      settings: project.settings.leaves.map(settingsFacts),
      dockerfiles: [...project.docker.images, ...project.docker.developmentImages]
        .sort((a, b) => (a.file < b.file ? -1 : 1))
        .map((image) => dockerFacts(image, today)),
      lines: (file) => project.sources.lines(file),
    }),
  );
  return exitCodes.clean;
}
