import { collectFacts } from '../model/python/collect-facts.ts';
import type { PythonFacts } from '../model/python/facts.ts';
import { parsePython, type SyntaxProblem } from '../syntax/python/parse-python.ts';
import type { FileId } from '../text/file-id.ts';

/** What stays of one Python file between analyses. */
export interface FileFacts {
  readonly text: string;
  readonly facts: PythonFacts;
  readonly problems: readonly SyntaxProblem[];
}

/** Facts by file, made again only when the text differs: what makes the second analysis (an edit, a fix to verify) cheap. */
export class FactsCache {
  readonly #files = new Map<FileId, FileFacts>();

  of(file: FileId, text: string): FileFacts {
    const kept = this.#files.get(file);
    if (kept !== undefined && kept.text === text) return kept;
    const tree = parsePython(text);
    const made = { text, facts: collectFacts(tree), problems: tree.errors };
    this.#files.set(file, made);
    return made;
  }
}
