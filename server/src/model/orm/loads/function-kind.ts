import type { FunctionDef } from '../../../syntax/python/nodes.ts';
import { dottedName } from '../../../syntax/python/walk.ts';
import { baseName, type FileId } from '../../../text/file-id.ts';
import type { ClassInfo } from '../class-graph.ts';
import type { OrmInput } from '../model-graph.ts';
import type { FunctionKind } from '../relation-load.ts';

const taskDecorator = /(^|\.)(shared_task|task|db_task|periodic_task|db_periodic_task|job)$/;

/** What a function is, by its decorators, its file, its parameters and its class. */
export function kindOfFunction(node: FunctionDef, owner: ClassInfo | undefined, ofModule: FunctionKind): FunctionKind {
  for (const decorator of node.decorators) {
    const name = dottedName(decorator.kind === 'Call' ? decorator.func : decorator) ?? '';
    if (taskDecorator.test(name)) return 'task';
  }
  if (ofModule !== 'other') return ofModule;
  const isView =
    node.params.some((param) => param.name === 'request') ||
    (owner !== undefined && /View(Set)?$/.test(owner.fact.name));
  return isView ? 'view' : 'other';
}

/** `command` or `manual` for a management command or a script that sets Django up itself; `other` for all the rest. */
export function kindOfModule(file: FileId, text: string, starters: Starters): FunctionKind {
  const isCommand = /(^|\/)management\/commands\//.test(file);
  if (!isCommand && !/(^|\/)scripts\//.test(file) && !/^[^\S\r\n]*django\.setup\(\)/m.test(text)) return 'other';
  // What fills a database with made-up rows is for developers, whoever starts it.
  const isMadeUp = /(^|_)(populate|seed|dummy|fake|demo|examples?|samples?|testdata)/.test(baseName(file));
  if (
    isMadeUp ||
    /^[^\S\r\n]*(?:from|import)\s+(?:faker|mimesis|factory|model_bakery|django\.test|unittest)\b/m.test(text)
  )
    return 'manual';
  return starters().some((one) => one.file !== file && starts(one, file)) ? 'command' : 'manual';
}

/** The texts that may start a command: all that are no Python, and Python that calls commands. */
export type Starters = () => readonly { readonly file: FileId; readonly text: string }[];

/** Collects them when first asked. */
export function startersOf({ sources, isTestFile }: OrmInput): Starters {
  let found: ReturnType<Starters> | undefined;
  return () => {
    found ??= [...sources.files].flatMap((file) => {
      const text = isTestFile(file) ? undefined : sources.text(file);
      if (text === undefined || (file.endsWith('.py') && !/call_command|manage\.py|django-admin/.test(text))) return [];
      return [{ file, text }];
    });
    return found;
  };
}

/** True when a text names the module: a schedule, a process file, a shell script, `call_command('name')`. */
function starts({ file, text }: ReturnType<Starters>[number], module: FileId): boolean {
  const stem = baseName(module).replace(/\.py$/, '');
  // A file named `.py` has no name to be called by.
  if (stem === '') return false;
  // Python names a command in quotes or as a word of a command line; elsewhere any whole word counts.
  const delimits = file.endsWith('.py') ? isQuoteOrSpace : isWordEdge;
  for (let at = text.indexOf(stem); at >= 0; at = text.indexOf(stem, at + 1)) {
    if (delimits(text.charAt(at - 1)) && delimits(text.charAt(at + stem.length))) return true;
  }
  return false;
}

/** Both take one character, or the empty string beyond an end of the text. */
const isQuoteOrSpace = (char: string): boolean => /["'\s]/.test(char);
const isWordEdge = (char: string): boolean => !/[\w-]/.test(char);
