import { closeOriginsFix } from '../../../server/src/contract/open-origins-fix.ts';
import { defineRule } from '../../../server/src/contract/rule.ts';
import { isCorsFrom, takesTokensOnly, usesCors } from '../../../server/src/model/deployment/questions.ts';
import {
  allowsCredentials,
  corsOnlyReads,
  hasCorsPaths,
  isAbsentForSure,
  openOrigins,
  readerAt,
} from '../../../server/src/model/settings/questions.ts';

const why =
  'Pages of every site can send requests of any method to the views and read the answers, from inside the network of whoever visits them.';
const help = 'List the sites that may in `CORS_ALLOWED_ORIGINS`.';

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'cors/allow-all',
    since: '0.1.0',
    status: 'stable',
    title: 'Every origin is allowed',
    severity: { production: 'warning', unknown: 'warning', development: 'off' },
    confidence: 'high',
    fix: 'suggestion',
    sources: [{ tool: 'sonar', rule: 'S5122', relation: 'same' }],
    cwe: [942],
    references: [
      'https://github.com/adamchainz/django-cors-headers#cors_allow_all_origins-bool',
      'https://owasp.org/www-community/attacks/CORS_OriginHeaderScrutiny',
    ],
    messages: {
      flag: { what: '`{setting}` is on in {modules}: every site may read the answers.', why, help },
      fallback: {
        what: '`{setting}` is on in {modules} while `{variable}` is unset: every site may then read the answers.',
        why,
        help: 'Make the fallback false, and list the sites that may in `CORS_ALLOWED_ORIGINS`.',
      },
      pattern: { what: '`{pattern}` in `{setting}` fits every origin: every site may read the answers.', why, help },
    },
  },
  check(leaf, ctx) {
    const open = openOrigins(leaf);
    if (open === undefined || !usesCors(ctx.project, leaf)) return;
    // With cookies it is worse, which cors/allow-all-credentials says.
    if (allowsCredentials(leaf) === true) return;
    // Data that all may read, or paths that all may use, are what the flag is for.
    if (corsOnlyReads(leaf) || hasCorsPaths(leaf)) return;
    const { setting, at, pattern, variable } = open;
    const isNewName = !setting.startsWith('CORS_ORIGIN_');
    if (isNewName && isCorsFrom(ctx.project, leaf, '3.5') === false) return;
    // Without its token another site gets no further than its own server would.
    const doubt = takesTokensOnly(leaf) ? ({ severity: 'info' } as const) : {};
    if (pattern !== undefined) {
      ctx.report({ at, message: 'pattern', data: { setting, pattern }, ...doubt });
      return;
    }
    const hasOrigins = !isAbsentForSure(leaf, 'CORS_ALLOWED_ORIGINS');
    const fixes = () => [closeOriginsFix(ctx.edit, leaf, { setting, at, hasOrigins, ...readerAt(leaf, at) })];
    if (variable === undefined) ctx.report({ at, message: 'flag', data: { setting }, ...doubt, fixes });
    else ctx.report({ at, message: 'fallback', data: { setting, variable }, ...doubt, fixes });
  },
});
