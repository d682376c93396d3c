import { defineRule } from '../../../server/src/contract/rule.ts';
import { type TypeFault, typeFaults } from '../../../server/src/model/settings/questions.ts';

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'types/wrong-type',
    since: '0.1.0',
    status: 'stable',
    title: 'A setting has a value of the wrong type',
    severity: 'error',
    confidence: 'high',
    fix: 'safe',
    sources: [
      { tool: 'django', rule: 'ImproperlyConfigured', relation: 'related' },
      { tool: 'django', rule: 'sites.E101', relation: 'related' },
    ],
    cwe: [704],
    references: ['https://docs.djangoproject.com/en/stable/ref/settings/'],
    yieldsTo: ['settings/debug-true'],
    messages: {
      wrong: {
        what: '`{setting}` is {is}, not {wanted}.',
        why: '{harm}.',
        help: 'Write {wanted}.',
      },
    },
  },
  check(leaf, ctx) {
    for (const fault of typeFaults(leaf)) {
      const { at, is, wanted, harm, label, newText } = fault;
      ctx.report({
        at,
        message: 'wrong',
        data: { setting: label, is, wanted, harm },
        ...(fault.isHarmless && { severity: 'hint' }),
        fixes: () => {
          const edits = newText === undefined ? undefined : ctx.edit.settings.replaceValue(at, newText);
          return [edits && { title: `Write \`${newText}\``, applicability: applicabilityOf(fault), edits, create: [] }];
        },
      });
    }
  },
});

/** A text that works as the opposite of what it says begins to do what it says: that is a change of what runs. */
function applicabilityOf({ isHarmless, changesWhatRuns }: TypeFault): 'safe' | 'suggestion' {
  return changesWhatRuns && !isHarmless ? 'suggestion' : 'safe';
}
