import { defineRule } from '../../../server/src/contract/rule.ts';
import { harmOfOneText, isBareText, listPlaces, readsAs } from '../../../server/src/model/settings/questions.ts';

const help = 'Make it a list, with one text for each value.';

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'env/list-of-string',
    since: '0.1.0',
    status: 'stable',
    title: 'A list setting is one text',
    severity: 'error',
    confidence: 'high',
    fix: 'safe',
    sources: [
      { tool: 'django', rule: 'ImproperlyConfigured', relation: 'related' },
      { tool: 'django', rule: '4_0.E001', relation: 'related' },
      { tool: 'django', rule: 'staticfiles.E001', relation: 'related' },
    ],
    cwe: [704],
    references: [
      'https://docs.djangoproject.com/en/stable/ref/settings/#allowed-hosts',
      'https://docs.djangoproject.com/en/stable/ref/settings/#csrf-trusted-origins',
    ],
    messages: {
      constant: { what: '`{setting}` is one text, not a list.', why: '{harm}.', help },
      path: { what: '`{setting}` is one path, not a list.', why: '{harm}.', help },
      variable: { what: '`{setting}` is the text of `{variable}`, not a list.', why: '{harm}.', help },
    },
  },
  check(leaf, ctx) {
    for (const { name, label: setting, value, at: place } of listPlaces(leaf)) {
      const harm = harmOfOneText(name);
      if (harm === undefined) continue;
      // Parts of addresses match as well, but it works for one.
      const severity = setting === 'INTERNAL_IPS' ? ({ severity: 'hint' } as const) : {};
      const isPath = value.kind === 'path';
      if (isPath || value.kind === 'secret' || (value.kind === 'constant' && typeof value.value === 'string')) {
        const isOne = value.kind !== 'constant' || !/[,\s]/.test(String(value.value));
        ctx.report({
          at: place,
          message: isPath ? 'path' : 'constant',
          data: { setting, harm },
          ...severity,
          fixes: () => {
            const edits = ctx.edit.settings.wrapInList(place);
            const applicability = isOne ? 'safe' : 'suggestion';
            return [edits && { title: 'Make it a list', applicability, edits, create: [] }];
          },
        });
      }
      for (const read of readsAs(value)) {
        const { variable, at } = read;
        if (variable === undefined || !isBareText(read)) continue;
        ctx.report({
          at,
          message: 'variable',
          data: { setting, variable, harm },
          ...severity,
          fixes: () => {
            const edits = ctx.edit.settings.castRead({ at, read: read.read, to: 'list', item: partOf(name) });
            return [edits && { title: 'Split the text at commas', applicability: 'suggestion', edits, create: [] }];
          },
        });
      }
    }
  },
});

/** What one value of a list is called. */
function partOf(setting: string): string {
  if (setting === 'ALLOWED_HOSTS') return 'host';
  if (setting === 'INTERNAL_IPS') return 'address';
  return /ORIGIN/.test(setting) ? 'origin' : /DIRS|PATHS/.test(setting) ? 'path' : 'item';
}
