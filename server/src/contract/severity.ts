import * as z from 'zod';
import type { Environment } from '../model/settings/environment.ts';

/** How bad a finding is if it is true, worst first. */
export const severities = ['error', 'warning', 'info', 'hint'] as const;
export type Severity = (typeof severities)[number];

/** How sure we are; a rule gives the ceiling, a finding may say less. */
export const confidences = ['high', 'medium', 'low'] as const;
export type Confidence = (typeof confidences)[number];

export const environments = ['production', 'unknown', 'development', 'test'] as const satisfies readonly Environment[];

export const severitySchema = z.enum(severities);
export const confidenceSchema = z.enum(confidences);
export const environmentSchema = z.enum(environments);

/** A severity of its own for each environment; `development` also holds for `test`, a missing one is `off`. */
export const severityByEnvironmentSchema = z.strictObject({
  production: z.enum([...severities, 'off']),
  unknown: z.enum([...severities, 'off']),
  development: z.enum([...severities, 'off']),
});
export type SeverityByEnvironment = z.infer<typeof severityByEnvironmentSchema>;

/** What a rule or a row of its table declares: one severity, or one for each environment. */
export type DeclaredSeverity = Severity | SeverityByEnvironment;

/** The severity for an environment; without one (Docker, ORM) that of production. */
export function severityFor(declared: DeclaredSeverity, environment: Environment | undefined): Severity | 'off' {
  if (typeof declared === 'string') return declared;
  if (environment === undefined || environment === 'production') return declared.production;
  return environment === 'unknown' ? declared.unknown : declared.development;
}

/** Negative when `a` is worse than `b`; sorts the worst first. */
export function compareSeverity(a: Severity, b: Severity): number {
  return severities.indexOf(a) - severities.indexOf(b);
}
