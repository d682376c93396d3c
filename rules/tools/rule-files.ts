import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const rulesFolder = fileURLToPath(new URL('..', import.meta.url));

export const areas = ['settings', 'orm', 'docker'] as const;
export type Area = (typeof areas)[number];

/** A rule's place: `rules/<area>/<group>/<name>.ts`. */
export interface RuleFile {
  readonly area: Area;
  /** `<group>/<name>` */
  readonly id: string;
  /** Absolute path of the source; the page is the same with `.md`. */
  readonly path: string;
  /** Path from `rules/`, `/`-separated. */
  readonly relativePath: string;
}

/** All rule files, sorted by area and id. */
export function ruleFiles(): readonly RuleFile[] {
  return areas.flatMap((area) =>
    readdirSync(join(rulesFolder, area), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        const relativePath = relative(rulesFolder, path).split(sep).join('/');
        return { area, id: relativePath.slice(area.length + 1, -'.ts'.length), path, relativePath };
      })
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
  );
}
