import * as z from 'zod';
import { confidenceSchema, severityByEnvironmentSchema, severitySchema } from './severity.ts';

/** Another tool's rule or an authority that this rule agrees with. */
export const ruleSourceSchema = z.strictObject({
  tool: z.string().min(1),
  rule: z.string().min(1),
  /** `same` fault, or only `related` to it. */
  relation: z.enum(['same', 'related']),
});
export type RuleSource = z.infer<typeof ruleSourceSchema>;

const sentence = z.string().regex(/^\S.*\.$/s, 'ends with a full stop');
export const messageSchema = z.strictObject({ what: sentence, why: sentence, help: sentence });

const severity = z.union([severitySchema, severityByEnvironmentSchema]);

/** A row of a rule's table: selected and ignored as `rule:row`. */
const ruleRowSchema = z.strictObject({
  title: z.string().min(1),
  severity: severity.optional(),
  sources: z.array(ruleSourceSchema).readonly().optional(),
});

/** The shape of `meta`, checked by a test for every rule and never at start-up. */
export const ruleMetaSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/),
  since: z.string().regex(/^\d+\.\d+\.\d+$/),
  status: z.enum(['stable', 'preview']),
  title: z.string().min(1).max(70),
  severity,
  confidence: confidenceSchema,
  /** The best fix the rule can offer. */
  fix: z.enum(['safe', 'suggestion', 'none']),
  sources: z.array(ruleSourceSchema).readonly(),
  cwe: z.array(z.number().int().positive()).readonly(),
  /** Pages that state the fact; shown on the rule's own page. */
  references: z.array(z.url()).min(1).readonly(),
  messages: z.record(z.string(), messageSchema),
  rows: z.record(z.string().regex(/^[a-z0-9-]+$/), ruleRowSchema).optional(),
  /** Rules whose finding on the same span makes this one redundant. */
  yieldsTo: z.array(z.string()).readonly().optional(),
  /** Rules that may speak once this one's fix is made, where the fix is the first of several steps: an hour of HSTS before a year. */
  leadsTo: z.array(z.string()).readonly().optional(),
});
export type RuleMeta = z.infer<typeof ruleMetaSchema>;
