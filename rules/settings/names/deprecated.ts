import { defineRule } from '../../../server/src/contract/rule.ts';
import { agedSettings, djangoDefault } from '../../../server/src/model/settings/questions.ts';

const why = 'Django warns of it at each start, and ignores it without any word once it is gone.';

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'names/deprecated',
    since: '0.1.0',
    status: 'stable',
    title: 'A setting that Django is about to drop',
    severity: 'hint',
    confidence: 'high',
    fix: 'safe',
    sources: [{ tool: 'django', rule: 'RemovedInNextVersionWarning', relation: 'same' }],
    cwe: [477],
    references: ['https://docs.djangoproject.com/en/stable/internals/deprecation/'],
    messages: {
      leaving: {
        what: '`{setting}` is deprecated since Django {series}.',
        why,
        help: 'Delete the line before the next major release.',
      },
      replaced: { what: '`{setting}` is deprecated since Django {series}.', why, help: 'Use `{replacement}`.' },
    },
  },
  check(leaf, ctx) {
    for (const { name, age, series, replacement, value, assigned, at } of agedSettings(leaf)) {
      if (age !== 'deprecated') continue;
      const written = value.kind === 'constant' ? value.value : undefined;
      // A switch that is there for the time of the change is on as it is meant to be.
      if (transitional.test(name) && written === true) continue;
      const data = { setting: name, series };
      const fixes = () => {
        const isDefault = written !== undefined && djangoDefault(leaf, name) === written;
        const edits = isDefault ? ctx.edit.settings.removeStatement(assigned.statement) : undefined;
        return [edits && { title: `Delete \`${name}\``, applicability: 'safe' as const, edits, create: [] }];
      };
      if (replacement === undefined) ctx.report({ at, message: 'leaving', data, fixes });
      else ctx.report({ at, message: 'replaced', data: { ...data, replacement }, fixes });
    }
  },
});

/** Settings that choose early what a later release does anyway. */
const transitional = /^(FORMS_URLFIELD|URLIZE)_ASSUME_HTTPS$/;
