import * as z from 'zod';
import { editorSettingsSchema } from '../../server/src/lsp/editor-settings.ts';

/** A JSON schema of one setting or of a group of settings, as zod writes it. */
interface SettingSchema {
  readonly properties?: Readonly<Record<string, SettingSchema>>;
  readonly description?: string;
  readonly [key: string]: unknown;
}

/** `contributes.configuration` of package.json: groups of settings become dotted names, and descriptions are markdown. */
export function manifestConfiguration(): object {
  const schema = z.toJSONSchema(editorSettingsSchema, { io: 'input' }) as SettingSchema;
  return { title: 'Django Preflight', properties: Object.fromEntries(flatSettings('djpreflight', schema)) };
}

/** The text of package.json with its settings renewed; nothing else of it changes. */
export function withManifestSettings(manifest: string): string {
  const data = JSON.parse(manifest) as { contributes?: Record<string, unknown> };
  data.contributes = { ...data.contributes, configuration: manifestConfiguration() };
  return `${JSON.stringify(data, null, 2)}\n`;
}

function flatSettings(prefix: string, schema: SettingSchema): readonly (readonly [string, object])[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, { description, ...setting }]) => {
    const path = `${prefix}.${name}`;
    if (setting.properties !== undefined) return flatSettings(path, setting);
    return [[path, { markdownDescription: description, ...setting }] as const];
  });
}
