import { closeOriginsFix } from '../../../server/src/contract/open-origins-fix.ts';
import { defineRule } from '../../../server/src/contract/rule.ts';
import { isCorsFrom, takesTokensOnly, usesCors } from '../../../server/src/model/deployment/questions.ts';
import {
  allowsCredentials,
  isAbsentForSure,
  openOrigins,
  outcome,
  outcomeConstant,
  readerAt,
} from '../../../server/src/model/settings/questions.ts';

const why =
  'The library answers with the origin that asks, so a page of any site reads what the logged-in visitor may read and acts in their name; {barrier}.';
const help = 'List the sites that may in `CORS_ALLOWED_ORIGINS`.';

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'cors/allow-all-credentials',
    since: '0.1.0',
    status: 'stable',
    title: 'Every origin may send credentials',
    severity: { production: 'error', unknown: 'error', development: 'warning' },
    confidence: 'high',
    fix: 'suggestion',
    sources: [{ tool: 'sonar', rule: 'S5122', relation: 'related' }],
    cwe: [942, 346],
    references: [
      'https://developer.mozilla.org/en-US/docs/Web/HTTP/Guides/CORS#requests_with_credentials',
      'https://github.com/adamchainz/django-cors-headers#cors_allow_credentials-bool',
    ],
    messages: {
      flag: { what: '`{setting}` and `CORS_ALLOW_CREDENTIALS` are both on in {modules}.', why, help },
      fallback: {
        what: '`CORS_ALLOW_CREDENTIALS` is on in {modules}, and so is `{setting}` while `{variable}` is unset.',
        why,
        help: 'Make the fallback false, and list the sites that may in `CORS_ALLOWED_ORIGINS`.',
      },
      pattern: {
        what: '`{pattern}` in `{setting}` fits every origin, and `CORS_ALLOW_CREDENTIALS` is on.',
        why,
        help,
      },
    },
  },
  check(leaf, ctx) {
    const open = openOrigins(leaf);
    if (open === undefined || allowsCredentials(leaf) !== true || !usesCors(ctx.project, leaf)) return;
    const { setting, at, pattern, variable } = open;
    const isNewName = !setting.startsWith('CORS_ORIGIN_');
    if (isNewName && isCorsFrom(ctx.project, leaf, '3.5') === false) return;
    const sameSite = outcomeConstant(outcome(leaf, 'SESSION_COOKIE_SAMESITE'));
    const isKept = sameSite === 'Lax' || sameSite === 'Strict';
    const barrier = isKept
      ? `only \`SameSite=${sameSite}\` of the session cookie, where browsers hold to it, is left against that`
      : 'the session cookie is sent along';
    // Browsers of today keep such a cookie from other sites, though not from other hosts of the same one.
    const isMild = isKept || takesTokensOnly(leaf);
    const doubt = isMild && leaf.environment !== 'development' ? ({ severity: 'warning' } as const) : {};
    if (pattern !== undefined) {
      ctx.report({ at, message: 'pattern', data: { setting, pattern, barrier }, ...doubt });
      return;
    }
    const hasOrigins = !isAbsentForSure(leaf, 'CORS_ALLOWED_ORIGINS');
    const fixes = () => [closeOriginsFix(ctx.edit, leaf, { setting, at, hasOrigins, ...readerAt(leaf, at) })];
    if (variable === undefined) ctx.report({ at, message: 'flag', data: { setting, barrier }, ...doubt, fixes });
    else ctx.report({ at, message: 'fallback', data: { setting, variable, barrier }, ...doubt, fixes });
  },
});
