// The editor's settings under `djpreflight.`: their one schema, from which package.json's `contributes.configuration` is generated.
// Must not merge them with the project's configuration. Look next at rules/tools/manifest-settings.ts (what VS Code sees) and
// folder-config.ts (how the server reads them, whatever an editor answers).
import * as z from 'zod';
import { configSchema } from '../engine/config.ts';
import { presets } from '../engine/select-findings.ts';

/** May differ between the folders of a workspace. */
const resourceScope = { scope: 'resource' } as const;

/** No setting holds the path of a program or its arguments: settings may come from an untrusted workspace. */
export const editorSettingsSchema = z.object({
  enable: z.boolean().default(true).describe('Analyse this folder and show findings.').meta(resourceScope),
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
        .meta({ scope: 'window' }),
    })
    .prefault({}),
});
