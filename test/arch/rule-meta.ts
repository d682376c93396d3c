import { type RuleMeta, ruleMetaSchema } from '../../server/src/contract/meta.ts';

/** Words that hide who is to do what, or how sure we are; `will` is not the present tense. */
const vague = /\b(please|should|shall|might|potentially|possibly|probably|best practices?|will|simply|just)\b/i;
/** An id names the bad state, so that `allow <id>` can be read aloud; these words name the remedy instead. `not-a-dict` is a state. */
const remedy = /^(no|not(?!-an?-)|use|prefer|require|avoid|ensure|check|enforce|add|set|disallow|must)(-|$)/;

/** What is wrong with a rule's metadata and messages, whose schema is checked here and never at start-up. */
export function ruleMetaFaults(meta: RuleMeta, knownIds: ReadonlySet<string>): readonly string[] {
  const faults: string[] = [];
  const checked = ruleMetaSchema.safeParse(meta);
  for (const issue of checked.error?.issues ?? []) faults.push(`meta.${issue.path.join('.')}: ${issue.message}`);
  if (/[.!?]$/.test(meta.title)) faults.push('the title is no sentence: it ends without a stop');
  if (remedy.test(meta.id.slice(meta.id.indexOf('/') + 1))) faults.push('the id names a remedy, not the bad state');
  for (const id of meta.yieldsTo ?? []) {
    if (!knownIds.has(id) || id === meta.id) faults.push(`yields to \`${id}\`, which is no other rule`);
  }
  for (const id of meta.leadsTo ?? []) {
    if (!knownIds.has(id) || id === meta.id) faults.push(`leads to \`${id}\`, which is no other rule`);
  }
  const { messages } = meta;
  if (Object.keys(messages).length === 0) faults.push('has no messages');
  for (const [id, message] of Object.entries(messages)) {
    for (const part of ['what', 'why', 'help'] as const) faults.push(...textFaults(`${id}.${part}`, message[part]));
  }
  return faults.map((fault) => `${meta.id}: ${fault}`);
}

function textFaults(name: string, text: string): readonly string[] {
  const faults: string[] = [];
  const prose = text.replaceAll(/`[^`]*`/g, '``');
  const word = vague.exec(prose)?.[0];
  if (word !== undefined) faults.push(`${name} says "${word}"`);
  if ((text.match(/`/g) ?? []).length % 2 === 1) faults.push(`${name} has an odd number of backticks`);
  if (/\s{2}|\n/.test(text)) faults.push(`${name} has double spaces or a line end`);
  if (/\{(?![a-zA-Z]+\})/.test(text)) faults.push(`${name} has a brace that is no placeholder`);
  if (text.length > 240) faults.push(`${name} has ${text.length} characters; 240 are the most`);
  return faults;
}
