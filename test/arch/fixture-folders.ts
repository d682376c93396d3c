import { fillIn } from '../../rules/tools/rule-skeleton.ts';
import { parseFixture } from '../support/fixture.ts';
import { unfilled } from './rule-source.ts';

const leastBad = 2;
const leastOk = 3;

/**
 * What is wrong with the fixtures of the rules: too few, unmarked, in the folder of no rule, or by a name that no test reads.
 * @param rules `<area>/<group>/<name>` of every rule
 * @param files path below test/rules and text of every file there
 */
export function fixtureFaults(rules: readonly string[], files: ReadonlyMap<string, string>): readonly string[] {
  const faults: string[] = [];
  const byFolder = new Map<string, Map<string, string>>(rules.map((rule) => [rule, new Map()]));
  for (const [path, text] of files) {
    const slash = path.lastIndexOf('/');
    const own = byFolder.get(path.slice(0, slash));
    if (own === undefined) faults.push(`${path}: lies in the folder of no rule`);
    else own.set(path.slice(slash + 1), text);
  }
  for (const [rule, own] of byFolder) faults.push(...folderFaults(rule, own).map((fault) => `${rule}: ${fault}`));
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

function markFaults(name: string, kind: 'bad' | 'ok', id: string, text: string): readonly string[] {
  const { marks } = parseFixture(text, 'config/settings/production.py');
  const isMarked = marks.some((mark) => mark.rule === id || mark.rule.startsWith(`${id}:`));
  if (kind === 'bad' && !isMarked) return [`${name}: does not mark the rule`];
  if (kind === 'ok' && marks.length > 0) return [`${name}: has a mark, so it is not ok`];
  return [];
}
