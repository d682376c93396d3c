import { Node } from 'ts-morph';
import { parseSources, pathOf } from './read-imports.ts';

/** Lines that a source file and a function may have at most, and what they aim at. */
const limits = { file: 400, fileAim: 300, function: 80, functionAim: 50 } as const;

export interface SizeReport {
  /** What is over the limit. */
  readonly faults: readonly string[];
  /** What is over the aim but within the limit. */
  readonly notes: readonly string[];
}

/** Measures files and functions, blank lines and comments included. Generated files are as long as what they are made from. */
export function measureSizes(files: ReadonlyMap<string, string>): SizeReport {
  const faults: string[] = [];
  const notes: string[] = [];
  const judge = (what: string, lines: number, most: number, aim: number): void => {
    if (lines > most) faults.push(`${what} has ${lines} lines; ${most} are the most`);
    else if (lines > aim) notes.push(`${what} has ${lines} lines; ${aim} are the aim`);
  };
  for (const source of parseSources(files)) {
    const text = source.getFullText();
    if (/^\/\/ .*\bGenerated (by|from) /.test(text)) continue;
    judge(pathOf(source), text.split('\n').length - (text.endsWith('\n') ? 1 : 0), limits.file, limits.fileAim);
    source.forEachDescendant((node) => {
      if (!Node.isFunctionLikeDeclaration(node) && !Node.isArrowFunction(node) && !Node.isFunctionExpression(node))
        return;
      const lines = node.getEndLineNumber() - node.getStartLineNumber() + 1;
      judge(`${pathOf(source)}:${node.getStartLineNumber()}: a function`, lines, limits.function, limits.functionAim);
    });
  }
  return { faults, notes };
}

/** Names that say nothing about what a file holds. Django's model managers are a noun of their own and come in the plural. */
const empty = /(^|[-.])(utils?|helpers?|common|manager|misc|stuff)([-.]|$)/;

/** What is wrong with a file's name: words joined by `-`, lower case, a noun that says what the file holds. */
export function nameFaults(path: string): readonly string[] {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const faults: string[] = [];
  if (!/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)+$/.test(name)) faults.push(`${path}: is not in kebab-case`);
  if (empty.test(name)) faults.push(`${path}: does not say what it holds`);
  return faults;
}
