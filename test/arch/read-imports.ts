import { posix } from 'node:path';
import { Project, type SourceFile, SyntaxKind } from 'ts-morph';

/** One module that a file asks for. */
export interface ModuleUse {
  /** Root-relative path of a file of ours, `node:fs`, or the name of a package without the path inside it. */
  readonly target: string;
  /** As written. */
  readonly specifier: string;
  /** 1-based. */
  readonly line: number;
  /** True for `import type`: nothing of it is left when the program runs. */
  readonly typeOnly: boolean;
}

/** Sources by root-relative path as trees in memory; no disk, no type checker. */
export function parseSources(files: ReadonlyMap<string, string>): readonly SourceFile[] {
  const project = new Project({ useInMemoryFileSystem: true, skipLoadingLibFiles: true });
  return [...files].map(([path, text]) => project.createSourceFile(`/${path}`, text));
}

/** The root-relative path of a tree made by `parseSources`. */
export function pathOf(source: SourceFile): string {
  return source.getFilePath().slice(1);
}

/** Everything a file imports: declarations, re-exports, `import()`, `require()` and types by `import('…')`. */
export function moduleUses(source: SourceFile): readonly ModuleUse[] {
  const uses: ModuleUse[] = [];
  const add = (specifier: string, line: number, typeOnly: boolean): void => {
    uses.push({ target: targetOf(pathOf(source), specifier), specifier, line, typeOnly });
  };
  for (const one of source.getImportDeclarations()) {
    add(one.getModuleSpecifierValue(), one.getStartLineNumber(), one.isTypeOnly());
  }
  for (const one of source.getExportDeclarations()) {
    const specifier = one.getModuleSpecifierValue();
    if (specifier !== undefined) add(specifier, one.getStartLineNumber(), one.isTypeOnly());
  }
  for (const call of source.getDescendantsOfKind(SyntaxKind.CallExpression)) {
    const callee = call.getExpression();
    if (callee.getKind() !== SyntaxKind.ImportKeyword && callee.getText() !== 'require') continue;
    const argument = call.getArguments()[0];
    const literal = argument?.asKind(SyntaxKind.StringLiteral)?.getLiteralValue();
    add(literal ?? '(computed)', call.getStartLineNumber(), false);
  }
  for (const type of source.getDescendantsOfKind(SyntaxKind.ImportType)) {
    const literal = type.getArgument().getText().slice(1, -1);
    add(literal, type.getStartLineNumber(), true);
  }
  return uses;
}

function targetOf(from: string, specifier: string): string {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(from), specifier);
  if (specifier.startsWith('node:') || specifier.startsWith('/') || specifier === '(computed)') return specifier;
  const parts = specifier.split('/');
  return parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}
