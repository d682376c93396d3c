import { resolve } from 'node:path';
import type { AnyRule } from '../contract/rule.ts';
import { type Severity, severities } from '../contract/severity.ts';
import { unknownSelectors } from '../engine/check-selectors.ts';
import { type Config, defaultConfig } from '../engine/config.ts';
import { readConfigFile } from '../engine/config-file.ts';
import { type Preset, presets } from '../engine/select-findings.ts';
import { printable } from '../report/printable.ts';
import { findConfig, readConfigText } from '../workspace/find-config.ts';
import { UsageError } from './exit-code.ts';

/** What the command line can say about the configuration; what it leaves out comes from the file. */
export interface ConfigOptions {
  readonly config?: string;
  readonly preset?: string;
  readonly select?: readonly string[];
  readonly ignore?: readonly string[];
  readonly exclude?: readonly string[];
  readonly djangoVersion?: string;
  readonly failOn?: string;
}

/**
 * The configuration that applies to a path: the nearest file, then the command line over it.
 * @throws UsageError naming file, line, column and what is allowed.
 */
export function loadConfig(path: string, options: ConfigOptions, rules: readonly AnyRule[], cwd: string): Config {
  const fromFile = configFromFile(path, options, cwd);
  const config: Config = {
    ...fromFile,
    preset: options.preset === undefined ? fromFile.preset : oneOf<Preset>(options.preset, presets, '--preset'),
    select: options.select === undefined ? fromFile.select : [...options.select],
    ignore: [...fromFile.ignore, ...(options.ignore ?? [])],
    exclude: [...fromFile.exclude, ...(options.exclude ?? [])],
    'fail-on':
      options.failOn === undefined ? fromFile['fail-on'] : oneOf<Severity>(options.failOn, severities, '--fail-on'),
    'django-version': djangoVersion(options.djangoVersion) ?? fromFile['django-version'],
  };
  const [unknown] = unknownSelectors(config, rules);
  if (unknown === undefined) return config;
  throw new UsageError(`${unknown.key}: ${printable(unknown.message)} \`djpreflight rules\` lists them.`);
}

function configFromFile(path: string, options: ConfigOptions, cwd: string): Config {
  const found = options.config === undefined ? findConfig(path) : readConfigText(resolve(cwd, options.config));
  if (found === undefined) {
    if (options.config === undefined) return defaultConfig;
    throw new UsageError(`${printable(options.config)}: the configuration file cannot be read.`);
  }
  const { config, faults } = readConfigFile(found.text, found.isPyproject);
  if (config !== undefined) return config;
  const lines = faults.map(
    ({ position, message }) => `${printable(found.path)}:${position.line + 1}:${position.column + 1}: ${message}`,
  );
  throw new UsageError(lines.join('\n'));
}

/** The value when it is one of the allowed ones. */
export function oneOf<Allowed extends string>(value: string, allowed: readonly Allowed[], option: string): Allowed {
  const found = allowed.find((one) => one === value);
  if (found !== undefined) return found;
  throw new UsageError(`${option}: \`${printable(value)}\` is not allowed. Allowed: ${allowed.join(', ')}.`);
}

function djangoVersion(value: string | undefined): string | undefined {
  if (value === undefined || /^\d+\.\d+$/.test(value)) return value;
  throw new UsageError(`--django-version: \`${printable(value)}\` is no version such as 5.2.`);
}
