import { defineRule } from '../../../server/src/contract/rule.ts';
import { settingTextFix } from '../../../server/src/contract/setting-fix.ts';
import { browserDoubt, proxyNamesHeader } from '../../../server/src/model/deployment/questions.ts';
import {
  fixedConstant,
  framesNothing,
  mayLimitFrames,
  runsMiddleware,
} from '../../../server/src/model/settings/questions.ts';

const name = 'X_FRAME_OPTIONS';

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'https/x-frame-options-weak',
    since: '0.1.0',
    status: 'stable',
    title: 'X_FRAME_OPTIONS is not DENY',
    severity: { production: 'hint', unknown: 'hint', development: 'off' },
    confidence: 'high',
    fix: 'suggestion',
    sources: [{ tool: 'django', rule: 'security.W019', relation: 'same' }],
    cwe: [1021],
    references: [
      'https://docs.djangoproject.com/en/stable/ref/settings/#x-frame-options',
      'https://docs.djangoproject.com/en/stable/ref/clickjacking/',
    ],
    messages: {
      weak: {
        what: `\`${name}\` is \`{value}\`, and no installed app is known to need frames.`,
        why: 'Any page of the site can frame any other, so one place where visitors can write HTML is enough to lay an invisible page under their clicks.',
        help: `Set \`${name}\` to \`DENY\`, and decorate the views that are framed with \`xframe_options_sameorigin\`.`,
      },
    },
  },
  check(leaf, ctx) {
    const options = fixedConstant(leaf, name);
    if (options?.at === undefined || typeof options.value !== 'string') return;
    const { at, value } = options;
    if (value.toUpperCase() !== 'SAMEORIGIN' || !framesNothing(leaf)) return;
    if (runsMiddleware(leaf, ['django.middleware.clickjacking.XFrameOptionsMiddleware']) !== true) return;
    if (mayLimitFrames(leaf) || proxyNamesHeader(ctx.project, 'frame-ancestors')) return;
    ctx.report({
      at,
      message: 'weak',
      ...browserDoubt(leaf),
      // Templates of the project may frame its own pages.
      confidence: 'medium',
      data: { value },
      fixes: () => [settingTextFix(ctx.edit, { name, text: 'DENY', at })],
    });
  },
});
