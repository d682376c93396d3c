import { defineRule } from '../../../server/src/contract/rule.ts';
import { readFix, variableWord } from '../../../server/src/contract/setting-fix.ts';
import { certainElements, readerAt, seriesFrom, settled } from '../../../server/src/model/settings/questions.ts';

const why =
  'What is signed with an old key is still believed, so whoever has the code can sign sessions and password reset links.';

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'secrets/secret-key-fallbacks-weak',
    since: '0.1.0',
    status: 'stable',
    title: 'SECRET_KEY_FALLBACKS holds a literal key',
    severity: { production: 'error', unknown: 'warning', development: 'off' },
    confidence: 'high',
    fix: 'suggestion',
    sources: [{ tool: 'django', rule: 'security.W025', relation: 'related' }],
    cwe: [798, 321],
    references: ['https://docs.djangoproject.com/en/stable/ref/settings/#secret-key-fallbacks'],
    messages: {
      literal: {
        what: '`SECRET_KEY_FALLBACKS` of {modules} holds a literal of {length} characters.',
        why,
        help: 'Read old keys from the environment, and drop them once what they signed has expired.',
      },
      fallback: {
        what: '`SECRET_KEY_FALLBACKS` of {modules} holds a literal of {length} characters while {variable} is unset.',
        why,
        help: 'Give the read an empty default instead.',
      },
    },
  },
  check(leaf, ctx) {
    // Django 4.1 brought the setting.
    if (leaf.django !== undefined && !seriesFrom(leaf.django, '4.1').some) return;
    const keys = settled(leaf, 'SECRET_KEY_FALLBACKS');
    const elements = certainElements(keys?.value);
    if (keys === undefined) return;
    for (const { value, at } of elements) {
      if (value.kind !== 'secret' || value.length === 0) continue;
      const { length } = value;
      const { read } = keys;
      if (read !== undefined) {
        const variable = variableWord(read);
        const isWritten = at.span.start > keys.at.span.start;
        const fixes = () => {
          const edits = isWritten ? ctx.edit.settings.replaceValue(keys.at, '[]') : undefined;
          return [
            edits && { title: 'Fall back to no old key', applicability: 'suggestion' as const, edits, create: [] },
          ];
        };
        ctx.report({ at, message: 'fallback', data: { length, variable }, fixes });
        continue;
      }
      const isWholeList = keys.value.kind === 'sequence' && elements.every((one) => one.value.kind === 'secret');
      ctx.report({
        at,
        message: 'literal',
        data: { length },
        fixes: () =>
          isWholeList
            ? [
                readFix(ctx.edit, readerAt(leaf, keys.at), keys.at, {
                  name: 'SECRET_KEY_FALLBACKS',
                  variable: 'DJANGO_OLD_SECRET_KEYS',
                  type: 'list',
                }),
              ]
            : [],
      });
    }
  },
});
