// The editor's settings under `djpreflight.`: their one schema, from which package.json's `contributes.configuration` is generated.
// Must not merge them with the project's configuration. Look next at rules/tools/manifest-settings.ts (what VS Code sees) and
// engine/config.ts (what the project itself says).
import * as z from 'zod';
import { configSchema } from '../engine/config.ts';
import { presets } from '../engine/select-findings.ts';

/**
 * What VS Code asks of each setting besides its type. No setting holds a path of a program or its arguments: settings may come from an
 * untrusted workspace.
 */
const windowScope = { scope: 'window' } as const;
/** May differ between the folders of a workspace; ask for it with the folder as `scopeUri`. */
const resourceScope = { scope: 'resource' } as const;

export const editorSettingsSchema = z.object({
  enable: z.boolean().default(true).describe('Analyse Django workspaces and show findings.').meta(windowScope),
  preset: z
    .enum(['', ...presets])
    .default('')
    .describe('Which findings are shown. Empty: what the configuration of the project says.')
    .meta({
      ...resourceScope,
      enumDescriptions: [
        'What pyproject.toml or .djpreflight.toml says, else recommended.',
        'Findings that are certain, and likely ones that matter.',
        'All findings but uncertain ones.',
      ],
    }),
  select: configSchema.shape.select
    .describe(
      'Only these rules (`https/hsts-missing`), rows (`middleware/order:whitenoise`) or groups (`https`), in place of what the configuration of the project selects.',
    )
    .meta(resourceScope),
  ignore: configSchema.shape.ignore
    .describe(
      'Rules, rows or groups that are never shown, besides those that the configuration of the project ignores.',
    )
    .meta(resourceScope),
  trace: z
    .object({
      server: z
        .enum(['off', 'messages', 'verbose'])
        .default('off')
        .describe(
          'Writes the messages between the editor and the language server to the output. `verbose` includes the text of files.',
        )
        .meta(windowScope),
    })
    .prefault({}),
});

export type EditorSettings = z.infer<typeof editorSettingsSchema>;

/** Settings that can be used, and a sentence for each that cannot. */
export interface ReadSettings {
  readonly settings: EditorSettings;
  readonly faults: readonly string[];
}

/**
 * Reads what the editor answers for section `djpreflight`; other editors than VS Code may leave out any of it, or answer null.
 * A setting that cannot be used has its default, so that one wrong entry does not turn all others off.
 */
export function readEditorSettings(data: unknown): ReadSettings {
  const given: Readonly<Record<string, unknown>> =
    typeof data === 'object' && data !== null ? Object.fromEntries(Object.entries(data)) : {};
  const usable: Record<string, unknown> = {};
  const faults: string[] = [];
  for (const [name, schema] of Object.entries(editorSettingsSchema.shape)) {
    // Editors send null for a setting without a value.
    const value = given[name] ?? undefined;
    const result = schema.safeParse(value);
    if (result.success) usable[name] = value;
    else faults.push(...result.error.issues.map((issue) => faultText(name, issue)));
  }
  return { settings: editorSettingsSchema.parse(usable), faults };
}

function faultText(name: string, issue: z.core.$ZodIssue): string {
  const where = ['djpreflight', name, ...issue.path].map(String).join('.');
  const allowed =
    issue.code === 'invalid_value' ? issue.values.map((value) => `\`${String(value)}\``).join(', ') : undefined;
  return `Setting \`${where}\`: ${allowed === undefined ? issue.message : `allowed are ${allowed}`}.`;
}
