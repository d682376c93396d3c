import { buildOrm, type OrmModel } from '../../server/src/model/orm/model-graph.ts';
import { collectFacts } from '../../server/src/model/python/collect-facts.ts';
import type { PythonFacts } from '../../server/src/model/python/facts.ts';
import { ModuleIndex } from '../../server/src/model/python/module-index.ts';
import { Sources } from '../../server/src/model/sources.ts';
import { parsePython } from '../../server/src/syntax/python/parse-python.ts';
import type { FileId } from '../../server/src/text/file-id.ts';

/** A project of texts by path, with its model graph. */
export function ormProject(
  files: Readonly<Record<string, string>>,
  userModel?: string,
): { readonly sources: Sources; readonly orm: OrmModel } {
  const texts = new Map(Object.entries(files).map(([path, text]) => [path as FileId, text] as const));
  const sources = new Sources(texts, []);
  const facts = new Map<FileId, PythonFacts>();
  for (const [file, text] of texts) facts.set(file, collectFacts(parsePython(text)));
  const orm = buildOrm({
    sources,
    modules: new ModuleIndex(sources),
    facts,
    userModelFor: () => userModel,
    isTestFile: (file) => file.includes('tests/'),
  });
  return { sources, orm };
}
