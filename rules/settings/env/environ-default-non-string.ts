import { defineRule } from '../../../server/src/contract/rule.ts';
import {
  certainReads,
  harmOfOneText,
  harmOfText,
  hasOwnDefault,
  isFlag,
  type ReadInSetting,
  writtenDefault,
} from '../../../server/src/model/settings/questions.ts';

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'env/environ-default-non-string',
    since: '0.1.0',
    status: 'stable',
    title: 'A variable has another type when it is set',
    severity: 'hint',
    confidence: 'high',
    fix: 'suggestion',
    sources: [
      { tool: 'ruff', rule: 'PLW1508', relation: 'same' },
      { tool: 'pylint', rule: 'W1508', relation: 'same' },
    ],
    cwe: [704],
    references: ['https://docs.python.org/3/library/os.html#os.environ'],
    messages: {
      flips: {
        what: '`{place}` is {type} while `{variable}` is unset, and text when it is set.',
        why: '{why}.',
        help: 'Write the default as text and make {type} of what is read.',
      },
    },
  },
  check(leaf, ctx) {
    for (const found of certainReads(leaf)) {
      const { read, setting, key } = found;
      const { variable, at } = read;
      const type = typeOfDefault(found);
      if (variable === undefined || type === undefined || !hasOwnDefault(read)) continue;
      if (read.read.library !== 'os' || read.cast !== 'string' || (read.steps ?? []).length > 0) continue;
      const { name, why, to } = kinds[type];
      ctx.report({
        at,
        message: 'flips',
        data: { place: key ?? setting, type: name, variable, why },
        fixes: () => {
          const edits = to && ctx.edit.settings.castRead({ at, read: read.read, to });
          return [edits && { title: `Make ${name} of it`, applicability: 'suggestion', edits, create: [] }];
        },
      });
    }
  },
});

const kinds = {
  boolean: {
    name: 'a boolean',
    why: "Every text but the empty one is true, so that `'False'` in the variable switches on what it names",
    to: 'flag',
  },
  number: {
    name: 'a number',
    why: 'Arithmetic and comparisons that work without the variable fail with `TypeError` on the server that sets it',
    to: 'integer',
  },
  list: {
    name: 'a list',
    why: 'Code that goes through the list without the variable goes through single characters on the server that sets it',
    to: 'list',
  },
} as const;

/** What the default is, where another type in its place does harm that no rule for this very setting speaks of. */
function typeOfDefault({ read, setting, key, whole }: ReadInSetting): keyof typeof kinds | undefined {
  const name = key ?? setting;
  const isJudged = isFlag(name) || harmOfText(name) !== undefined || (whole && harmOfOneText(name) !== undefined);
  if (isJudged) return undefined;
  if (read.read.fallback?.kind === 'sequence') return whole ? 'list' : undefined;
  const value = writtenDefault(read)?.value;
  // `False` also stands for "there is none", as with a DSN; ports go into addresses, where both types do.
  if (value === true || (value === false && isYesOrNo.test(`${name} ${read.variable}`))) return 'boolean';
  return typeof value === 'number' && whole && !/PORT/.test(name) ? 'number' : undefined;
}

const isYesOrNo =
  /(?<![A-Z])(USE|IS|HAS|ENABLED?|DISABLED?|ALLOW(ED)?|SKIP|SHOW|SSL|TLS|DEBUG|SECURE|VERBOSE|ACTIVE|AUTO|REQUIRED?|TESTING|MAINTENANCE|MODE)(?![A-Z])/;
