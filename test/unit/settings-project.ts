import { collectFacts } from '../../server/src/model/python/collect-facts.ts';
import type { PythonFacts } from '../../server/src/model/python/facts.ts';
import { ModuleIndex } from '../../server/src/model/python/module-index.ts';
import type { Environment } from '../../server/src/model/settings/environment.ts';
import { buildSettings, type SettingsModel } from '../../server/src/model/settings/settings-model.ts';
import { Sources } from '../../server/src/model/sources.ts';
import type { FileId } from '../../server/src/text/file-id.ts';

/** The settings of a workspace made of these texts; the Python parser has to be loaded. */
export function buildSettingsOf(
  files: Readonly<Record<string, string>>,
  environments: ReadonlyMap<string, Environment> = new Map(),
): SettingsModel {
  const texts = new Map(Object.entries(files) as [FileId, string][]);
  const sources = new Sources(texts, texts.keys());
  const facts = new Map<FileId, PythonFacts>();
  for (const file of texts.keys()) {
    const tree = file.endsWith('.py') ? sources.python(file) : undefined;
    if (tree !== undefined) facts.set(file, collectFacts(tree));
  }
  return buildSettings({
    sources,
    modules: new ModuleIndex(sources),
    facts,
    environments,
    djangoFor: () => undefined,
  });
}
