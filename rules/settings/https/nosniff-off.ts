import { defineRule } from '../../../server/src/contract/rule.ts';
import { settingFix } from '../../../server/src/contract/setting-fix.ts';
import { browserDoubt, proxyNamesHeader } from '../../../server/src/model/deployment/questions.ts';
import {
  fixedConstant,
  hasSecurityMiddleware,
  isTruthy,
  namesMiddleware,
} from '../../../server/src/model/settings/questions.ts';
import { pythonLiteral } from '../../../server/src/text/python-literal.ts';

const name = 'SECURE_CONTENT_TYPE_NOSNIFF';

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'https/nosniff-off',
    since: '0.1.0',
    status: 'stable',
    title: 'X-Content-Type-Options is switched off',
    severity: { production: 'warning', unknown: 'warning', development: 'off' },
    confidence: 'high',
    fix: 'suggestion',
    sources: [{ tool: 'django', rule: 'security.W006', relation: 'same' }],
    cwe: [430, 693],
    references: [
      'https://docs.djangoproject.com/en/stable/ref/settings/#secure-content-type-nosniff',
      'https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/X-Content-Type-Options',
    ],
    messages: {
      off: {
        what: `\`${name}\` is \`{value}\`, so responses lack \`X-Content-Type-Options: nosniff\`.`,
        why: 'Browsers guess the type of what they get, and a file that a visitor uploaded as text or image may run as a script.',
        help: `Set \`${name} = True\`, which is Django's default.`,
      },
    },
  },
  check(leaf, ctx) {
    const nosniff = fixedConstant(leaf, name);
    if (nosniff?.at === undefined || isTruthy(nosniff.value) || !hasSecurityMiddleware(leaf)) return;
    const { at, value } = nosniff;
    if (namesMiddleware(leaf, /security_?headers|nosniff|content_?type/i)) return;
    if (proxyNamesHeader(ctx.project, 'X-Content-Type-Options')) return;
    ctx.report({
      at,
      message: 'off',
      ...browserDoubt(leaf),
      data: { value: pythonLiteral(value) },
      fixes: () => [settingFix(ctx.edit, leaf, { name, value: 'True', at })],
    });
  },
});
