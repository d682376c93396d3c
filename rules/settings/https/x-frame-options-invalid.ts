import { defineRule } from '../../../server/src/contract/rule.ts';
import { settingTextFix } from '../../../server/src/contract/setting-fix.ts';
import { proxyNamesHeader } from '../../../server/src/model/deployment/questions.ts';
import { fixedConstant, mayLimitFrames, runsMiddleware } from '../../../server/src/model/settings/questions.ts';
import { nearestWord } from '../../../server/src/text/nearest-word.ts';
import { pythonLiteral } from '../../../server/src/text/python-literal.ts';

const name = 'X_FRAME_OPTIONS';
const known: readonly string[] = ['DENY', 'SAMEORIGIN'];

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'https/x-frame-options-invalid',
    since: '0.1.0',
    status: 'stable',
    title: 'X_FRAME_OPTIONS is nothing that browsers know',
    severity: { production: 'error', unknown: 'error', development: 'warning' },
    confidence: 'high',
    fix: 'suggestion',
    sources: [{ tool: 'django', rule: 'security.W019', relation: 'related' }],
    cwe: [1021],
    references: [
      'https://docs.djangoproject.com/en/stable/ref/settings/#x-frame-options',
      'https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/X-Frame-Options',
    ],
    messages: {
      ignored: {
        what: `\`${name}\` is \`{value}\`, which browsers pass over.`,
        why: 'Every site can frame the pages, and lay them invisibly under the clicks of a visitor who is logged in.',
        help: `Set \`${name}\` to \`{instead}\`; sites that are to frame the pages belong into \`frame-ancestors\` of a content security policy.`,
      },
      crashes: {
        what: `\`${name}\` is \`{value}\`, and \`XFrameOptionsMiddleware\` calls \`.upper()\` on it.`,
        why: 'Each response without a header of its own ends with an `AttributeError`, status 500.',
        help: `Set \`${name}\` to \`{instead}\`, or take the middleware out.`,
      },
    },
    leadsTo: ['https/x-frame-options-weak'],
  },
  check(leaf, ctx) {
    const options = fixedConstant(leaf, name);
    if (options?.at === undefined) return;
    const { at, value } = options;
    if (typeof value === 'string' && known.includes(value.toUpperCase())) return;
    if (runsMiddleware(leaf, ['django.middleware.clickjacking.XFrameOptionsMiddleware']) !== true) return;
    const isText = typeof value === 'string';
    // Browsers heed the policy and not this header.
    if (isText && (mayLimitFrames(leaf) || proxyNamesHeader(ctx.project, 'frame-ancestors'))) return;
    const instead = (isText ? nearestWord(value, known) : undefined) ?? 'DENY';
    ctx.report({
      at,
      message: isText ? 'ignored' : 'crashes',
      data: { value: pythonLiteral(value), instead },
      fixes: () => [settingTextFix(ctx.edit, { name, text: instead, at })],
    });
  },
});
