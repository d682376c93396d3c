import { fillIn } from '../../rules/tools/rule-skeleton.ts';
import { parseFixture } from '../support/fixture.ts';
import { unfilled } from './rule-source.ts';

/** A rule as its fixtures see it. */
export interface FixturedRule {
  /** `<area>/<group>/<name>` */
  readonly path: string;
  /** The best fix it declares. */
  readonly fix: 'safe' | 'suggestion' | 'none';
}

const leastBad = 2;
const leastOk = 3;

/**
 * What is wrong with the fixtures of the rules: too few, unmarked, in the folder of no rule, or by a name that no test reads.
 * @param files path below test/rules and text of every file there
 */
export function fixtureFaults(rules: readonly FixturedRule[], files: ReadonlyMap<string, string>): readonly string[] {
  const faults: string[] = [];
  const byFolder = new Map<string, Map<string, string>>(rules.map(({ path }) => [path, new Map()]));
  for (const [path, text] of files) {
    const slash = path.lastIndexOf('/');
    const own = byFolder.get(path.slice(0, slash));
    if (own === undefined) faults.push(`${path}: lies in the folder of no rule`);
    else own.set(path.slice(slash + 1), text);
  }
  for (const { path, fix } of rules) {
    const own = byFolder.get(path) ?? new Map<string, string>();
    faults.push(...[...folderFaults(path, own), ...fixFaults(fix, own)].map((fault) => `${path}: ${fault}`));
  }
  return faults;
}

function folderFaults(rule: string, own: ReadonlyMap<string, string>): readonly string[] {
  const faults: string[] = [];
  const id = rule.slice(rule.indexOf('/') + 1);
  const cases = { bad: 0, ok: 0 };
  for (const [name, text] of own) {
    if (text.includes(fillIn)) faults.push(`${name}: ${unfilled}`);
    const output = /^(bad-.+)\.(?:fixed|suggested)(\.[^.]+)$/.exec(name);
    if (output !== null) {
      if (!own.has(`${output[1]}${output[2]}`)) faults.push(`${name}: is the output of no fixture`);
      continue;
    }
    const kind = /^(bad|ok)-[a-z0-9-]+\.[a-z]+$/.exec(name)?.[1];
    if (kind === 'bad' || kind === 'ok') {
      cases[kind]++;
      faults.push(...markFaults(name, kind, id, text));
    } else faults.push(`${name}: is no bad-<what>.<kind> or ok-<what>.<kind>`);
  }
  if (cases.bad < leastBad) faults.push(`has ${cases.bad} bad fixtures; ${leastBad} are the least`);
  if (cases.ok < leastOk) faults.push(`has ${cases.ok} ok fixtures; ${leastOk} are the least`);
  return faults;
}

/** What the metadata promise of fixes, some fixture shows; what they do not promise, none does. */
function fixFaults(fix: FixturedRule['fix'], own: ReadonlyMap<string, string>): readonly string[] {
  const shows = (kind: string): boolean => [...own.keys()].some((name) => name.includes(`.${kind}.`));
  if (fix === 'safe') return shows('fixed') ? [] : ['declares a safe fix, and no fixture shows one'];
  if (fix === 'suggestion') return shows('suggested') ? [] : ['declares a suggestion, and no fixture shows one'];
  return shows('fixed') || shows('suggested') ? ['declares no fix, and a fixture shows one'] : [];
}

function markFaults(name: string, kind: 'bad' | 'ok', id: string, text: string): readonly string[] {
  const { marks } = parseFixture(text, 'config/settings/production.py');
  const isMarked = marks.some((mark) => mark.rule === id || mark.rule.startsWith(`${id}:`));
  if (kind === 'bad' && !isMarked) return [`${name}: does not mark the rule`];
  if (kind === 'ok' && marks.length > 0) return [`${name}: has a mark, so it is not ok`];
  return [];
}
