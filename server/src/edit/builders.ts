// All builders that turn a rule's intention into text edits in the file's own style; rules get them as `ctx.edit`.
// Must not judge, read files or apply edits: a builder that cannot do its work well gives undefined.
// Look next at settings/settings-edits.ts, orm/orm-edits.ts and docker/docker-edits.ts.
import type { Sources } from '../model/sources.ts';
import { type DockerEdits, dockerEdits } from './docker/docker-edits.ts';
import { type OrmEdits, ormEdits } from './orm/orm-edits.ts';
import { type SettingsEdits, settingsEdits } from './settings/settings-edits.ts';

export interface EditBuilders {
  readonly settings: SettingsEdits;
  readonly orm: OrmEdits;
  readonly docker: DockerEdits;
}

/** Builders over one state of the texts; their edits refer to these texts and no others. */
export function editBuilders(sources: Sources): EditBuilders {
  return { settings: settingsEdits(sources), orm: ormEdits(sources), docker: dockerEdits(sources) };
}
