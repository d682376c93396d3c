import { defineRule } from '../../../server/src/contract/rule.ts';
import {
  effective,
  hasOwnDefault,
  isTruthy,
  readsAs,
  writtenDefault,
} from '../../../server/src/model/settings/questions.ts';

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'env/debug-default-true',
    since: '0.1.0',
    status: 'stable',
    title: 'DEBUG is on while its variable is unset',
    severity: { production: 'error', unknown: 'warning', development: 'hint' },
    confidence: 'high',
    fix: 'suggestion',
    sources: [
      { tool: 'django', rule: 'security.W018', relation: 'related' },
      { tool: 'sonar', rule: 'S4507', relation: 'related' },
    ],
    cwe: [489, 1188],
    references: [
      'https://docs.djangoproject.com/en/stable/ref/settings/#debug',
      'https://docs.djangoproject.com/en/stable/howto/deployment/checklist/#debug',
    ],
    messages: {
      fallback: {
        what: '`DEBUG` is on while `{variable}` is unset.',
        why: 'A server that lacks the variable, or has its name misspelled, shows code, local variables and settings on every error page.',
        help: 'Make it false while the variable is unset, and set `{variable}` where you develop.',
      },
    },
  },
  check(leaf, ctx) {
    const setting = effective(leaf, 'DEBUG');
    if (setting === undefined || setting.overridable || setting.rejected) return;
    for (const read of readsAs(setting.value)) {
      const { variable, fallback } = read;
      if (variable === undefined || leaf.guarded.has(variable)) continue;
      // Text that was not made a flag is true for another reason: env/bool-from-string says so.
      if (fallback?.kind !== 'constant' || !isTruthy(fallback.value) || isFalseWord(fallback.value)) continue;
      const written = writtenDefault(read);
      const at = written !== undefined && hasOwnDefault(read) ? written.at : read.at;
      ctx.report({
        at,
        message: 'fallback',
        data: { variable },
        fixes: () => {
          const isLiteral =
            written?.at.file === read.at.file && (hasOwnDefault(read) || read.read.library === 'environ');
          const newText = written === undefined || !isLiteral ? undefined : switchedOff(written.value);
          if (newText === undefined || written === undefined) return [];
          const isText = typeof written.value === 'string';
          const edits = ctx.edit.settings[isText ? 'replaceText' : 'replaceValue'](written.at, newText);
          return [edits && { title: `Fall back to \`${newText}\``, applicability: 'suggestion', edits, create: [] }];
        },
      });
    }
  },
});

function isFalseWord(value: string | number | boolean | null): boolean {
  return typeof value === 'string' && /^(false|0|no|off|n|f)$/i.test(value.trim());
}

const opposites: Readonly<Record<string, string>> = {
  True: 'False',
  true: 'false',
  TRUE: 'FALSE',
  '1': '0',
  yes: 'no',
  on: 'off',
};

/** The default that means the opposite: the content of a text, else Python. */
function switchedOff(value: string | number | boolean | null): string | undefined {
  if (value === true) return 'False';
  if (value === 1) return '0';
  return typeof value === 'string' ? opposites[value] : undefined;
}
