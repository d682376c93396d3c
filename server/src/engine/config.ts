import * as z from 'zod';
import { environmentSchema, type Severity, severities, severitySchema } from '../contract/severity.ts';
import { presets } from './select-findings.ts';

/** A rule, a row of its table (`rule:row`), a group (`https`) or `all`. */
const selector = z
  .string()
  .regex(/^[a-z0-9-]+(\/[a-z0-9-]+(:[a-z0-9-]+)?)?$/, 'a rule id, `rule:row`, a group or `all`');

/** `[tool.djpreflight]` of pyproject.toml, or the whole of .djpreflight.toml. The one source of every other form of these settings. */
export const configSchema = z.strictObject({
  preset: z
    .enum(presets)
    .default('recommended')
    .describe('Which findings are shown: `recommended`, or `strict` for all but uncertain ones.'),
  select: z
    .array(selector)
    .default([])
    .describe('Only these rules, `rule:row`s or groups; named rules are shown whatever the preset says.'),
  ignore: z.array(selector).default([]).describe('Rules, `rule:row`s or groups that are never shown.'),
  severity: z
    .record(selector, z.union([severitySchema, z.literal('off')]))
    .default({})
    .describe('A severity of your own for a rule or `rule:row`.'),
  exclude: z.array(z.string().min(1)).default([]).describe('Paths that are not analysed, as in .gitignore.'),
  environments: z
    .record(
      z
        .string()
        .regex(/^[A-Za-z_][\w.]*(:[A-Za-z_]\w*)?$/, 'a dotted module name, or a class of it as `config.settings:Demo`'),
      environmentSchema,
    )
    .default({})
    .describe('The environment of a settings module or class, where its name does not tell.'),
  'django-version': z
    .string()
    .regex(/^\d+\.\d+$/, 'a version as `5.2`')
    .optional()
    .describe('The Django version, where requirements do not tell.'),
  'fail-on': severitySchema.default('warning').describe('The least severity that makes `check` exit with 1.'),
});

export type Config = z.infer<typeof configSchema>;

/** What holds when nothing is configured. */
export const defaultConfig: Config = configSchema.parse({});

/** A fault of a configuration: where it is (keys from the top) and what to do about it. */
export interface ConfigFault {
  readonly path: readonly (string | number)[];
  /** True when the fault is the key itself, not its value. */
  readonly atKey: boolean;
  readonly message: string;
}

export type ConfigResult =
  | { readonly config: Config; readonly faults?: never }
  | { readonly config?: never; readonly faults: readonly ConfigFault[] };

/** Checks plain data against the schema. Every fault says what is allowed; a misspelt key names its nearest neighbour. */
export function readConfig(data: unknown): ConfigResult {
  const result = configSchema.safeParse(data);
  if (result.success) return { config: result.data };
  return { faults: result.error.issues.flatMap(faultsOf) };
}

function faultsOf(issue: z.core.$ZodIssue): readonly ConfigFault[] {
  const path = issue.path.filter((part) => typeof part !== 'symbol');
  if (issue.code === 'unrecognized_keys') {
    const allowed = Object.keys(configSchema.shape);
    return issue.keys.map((key) => ({
      path: [...path, key],
      atKey: true,
      message: `Unknown key \`${key}\`${didYouMean(key, allowed)} Allowed: ${allowed.map((name) => `\`${name}\``).join(', ')}.`,
    }));
  }
  const where = path.map(String).join('.');
  return [{ path, atKey: issue.code === 'invalid_key', message: `\`${where}\`: ${expected(issue)}` }];
}

function expected(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value')
    return `allowed are ${issue.values.map((value) => `\`${String(value)}\``).join(', ')}.`;
  if (issue.code === 'invalid_type') return `a value of type ${issue.expected} is expected here.`;
  if (issue.code === 'invalid_union') {
    return `allowed are ${[...severities, 'off'].map((value) => `\`${value}\``).join(', ')}.`;
  }
  return `${issue.message}.`;
}

/** ` Did you mean …?` for a name close to one of `allowed`, else a full stop. */
export function didYouMean(name: string, allowed: readonly string[]): string {
  let best: string | undefined;
  let bestDistance = Math.min(3, Math.ceil(name.length / 3) + 1);
  for (const candidate of allowed) {
    const distance = editDistance(name, candidate);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best === undefined ? '.' : `. Did you mean \`${best}\`?`;
}

/** Levenshtein distance; names are short, so the whole table is cheap. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitute = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(substitute, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    previous = row;
  }
  return previous[b.length] ?? 0;
}

/** True when `severity` is at or above `least`. */
export function reaches(severity: Severity, least: Severity): boolean {
  return severities.indexOf(severity) <= severities.indexOf(least);
}
