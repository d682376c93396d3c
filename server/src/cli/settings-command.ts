import { resolve } from 'node:path';
import pc from 'picocolors';
import type { AnyRule } from '../contract/rule.ts';
import { analyze } from '../engine/analyze.ts';
import { effectiveSettings } from '../model/settings/effective-settings.ts';
import type { SettingsLeaf } from '../model/settings/settings-model.ts';
import { printable } from '../report/printable.ts';
import { settingsReport } from '../report/settings-human.ts';
import { settingsJson } from '../report/settings-json.ts';
import { openWorkspace } from '../workspace/node-workspace.ts';
import { type ExitCode, exitCodes, UsageError } from './exit-code.ts';
import { type ConfigOptions, loadConfig, oneOf } from './load-config.ts';
import type { Terminal } from './terminal.ts';

export interface SettingsOptions extends ConfigOptions {
  readonly format: string;
  /** A module by its dotted name. */
  readonly settings?: string;
  readonly environment?: string;
  readonly all?: boolean;
}

const environments = ['production', 'unknown', 'development', 'test'] as const;

/** `djpreflight settings [PATH]`: what each settings module comes to, where each setting is from, and the variables it reads. */
export function settingsCommand(
  path: string,
  options: SettingsOptions,
  rules: readonly AnyRule[],
  terminal: Terminal,
): ExitCode {
  const format = oneOf(options.format, ['human', 'json'] as const, '--format');
  const folder = resolve(terminal.cwd, path);
  const config = loadConfig(folder, options, rules, terminal.cwd);
  const opened = openWorkspace(folder, { exclude: config.exclude });
  if (!opened.ok) throw new UsageError(opened.message);
  const files = opened.workspace.files();
  // No rule runs: the model alone is asked.
  const { project } = analyze({ texts: files.texts, listing: files.listing, rules: [], config });
  const { root } = opened.workspace;
  const leaves = chosen(project.settings.leaves, options);
  const kind = options.environment === undefined ? '' : ` for ${options.environment}`;
  if (leaves.length === 0) terminal.stderr(`No settings module${kind} is in ${printable(root)}.\n`);
  const modules = leaves.map((leaf) => effectiveSettings(leaf, options.all === true));
  const input = { root, modules, lines: project.sources.lines.bind(project.sources) };
  if (format === 'json') terminal.stdout(settingsJson(input));
  else if (modules.length > 0) terminal.stdout(settingsReport(input, pc.createColors(terminal.colours)));
  return exitCodes.clean;
}

/** The modules that were asked for, those for production first. */
function chosen(leaves: readonly SettingsLeaf[], options: SettingsOptions): readonly SettingsLeaf[] {
  const environment =
    options.environment === undefined ? undefined : oneOf(options.environment, environments, '--environment');
  const named = leaves.filter(({ module }) => options.settings === undefined || module === options.settings);
  if (named.length === 0 && options.settings !== undefined) {
    const known = leaves.map(({ module }) => printable(module)).join(', ');
    throw new UsageError(
      `--settings: \`${printable(options.settings)}\` is no settings module here. ${known === '' ? 'None is.' : `Allowed: ${known}.`}`,
    );
  }
  return named
    .filter((leaf) => environment === undefined || leaf.environment === environment)
    .sort((a, b) => environments.indexOf(a.environment) - environments.indexOf(b.environment));
}
