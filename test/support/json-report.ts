import * as z from 'zod';

const position = z.strictObject({ line: z.int().positive(), column: z.int().positive() });
const place = { file: z.string(), start: position, end: position };
const source = z.strictObject({ tool: z.string(), rule: z.string(), relation: z.enum(['same', 'related']) });

const fix = z.strictObject({
  title: z.string().max(60),
  applicability: z.enum(['safe', 'suggestion']),
  edits: z.array(z.strictObject({ ...place, newText: z.string() })),
  create: z.array(z.strictObject({ file: z.string(), text: z.string() })),
});

const finding = {
  rule: z.string(),
  row: z.string().nullable(),
  area: z.enum(['settings', 'orm', 'docker']),
  severity: z.enum(['error', 'warning', 'info', 'hint']),
  confidence: z.enum(['high', 'medium', 'low']),
  sources: z.array(source),
  url: z.url(),
  ...place,
  what: z.string().endsWith('.'),
  why: z.string().endsWith('.'),
  help: z.string().endsWith('.'),
  environments: z.array(z.enum(['production', 'unknown', 'development', 'test'])),
  modules: z.array(z.string()),
  related: z.array(z.strictObject({ ...place, label: z.string() })),
  fixes: z.array(fix),
  fingerprint: z.string().regex(/^[0-9a-f]{16}$/),
};

/** Version 1 of `check --format json`, written from its contract and not from our output. */
export const jsonReportSchema = z.strictObject({
  version: z.literal(1),
  tool: z.strictObject({ name: z.literal('djpreflight'), version: z.string() }),
  root: z.string(),
  projects: z.array(
    z.strictObject({
      root: z.string(),
      django: z.strictObject({ value: z.string(), from: z.string().nullable() }).nullable(),
    }),
  ),
  findings: z.array(z.strictObject(finding)),
  suppressed: z.array(z.strictObject({ ...finding, reason: z.string() })),
  skipped: z.array(z.strictObject({ file: z.string(), reason: z.string() })),
  errors: z.array(z.strictObject({ file: z.string(), message: z.string() })),
});

export type JsonReport = z.infer<typeof jsonReportSchema>;

/** Parses a report and holds it against the contract. */
export function parseJsonReport(text: string): JsonReport {
  return jsonReportSchema.parse(JSON.parse(text));
}
