import { defineRule } from '../../../server/src/contract/rule.ts';
import { browserDoubt } from '../../../server/src/model/deployment/questions.ts';
import { noteAt, silencedSecurityChecks } from '../../../server/src/model/settings/questions.ts';

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'https/silenced-security-checks',
    since: '0.1.0',
    status: 'stable',
    title: 'Security checks of Django are silenced',
    severity: { production: 'warning', unknown: 'warning', development: 'off' },
    confidence: 'high',
    fix: 'none',
    sources: [],
    cwe: [778],
    references: [
      'https://docs.djangoproject.com/en/stable/ref/settings/#silenced-system-checks',
      'https://docs.djangoproject.com/en/stable/ref/checks/#security',
    ],
    messages: {
      silenced: {
        what: '`{check}` is silenced: `check --deploy` does not say when {finding}.',
        why: 'It stays silent about every later change too, so a release that opens the hole passes as before.',
        help: 'Mend what the check finds and take `{check}` out, or write beside it why it does not hold here.',
      },
      unknown: {
        what: '`SILENCED_SYSTEM_CHECKS` has `{check}`, and no release of Django has such a check.',
        why: 'The entry silences nothing, so what it was meant for is still reported, or was never looked at.',
        help: 'Write the id that `check --deploy` prints, or take the entry out.',
      },
    },
  },
  check(leaf, ctx) {
    for (const { id, at, finding } of silencedSecurityChecks(leaf)) {
      if (finding === undefined) {
        ctx.report({ at, message: 'unknown', data: { check: id } });
        continue;
      }
      // Whoever gives a reason has decided: three words are the least that can be one.
      if (noteAt(ctx.project.sources, at).split(/\s+/).length >= 3) continue;
      ctx.report({ at, message: 'silenced', ...browserDoubt(leaf), data: { check: id, finding } });
    }
  },
});
