import { moduleUses, parseSources, pathOf } from './read-imports.ts';

/**
 * Imports of zod in any form but `import * as z from 'zod'`: a named import brings the whole package into the bundle (443 kB
 * instead of 89 kB).
 */
export function zodImportFaults(files: ReadonlyMap<string, string>): readonly string[] {
  const faults: string[] = [];
  for (const source of parseSources(files)) {
    const asNamespace = new Set(
      source
        .getImportDeclarations()
        .filter((one) => one.getText() === "import * as z from 'zod';")
        .map((one) => one.getStartLineNumber()),
    );
    for (const { target, line } of moduleUses(source)) {
      if (target === 'zod' && !asNamespace.has(line)) faults.push(`${pathOf(source)}:${line}`);
    }
  }
  return faults;
}
