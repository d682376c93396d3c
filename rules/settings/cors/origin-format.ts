import { defineRule } from '../../../server/src/contract/rule.ts';
import { isCorsFrom, usesCors } from '../../../server/src/model/deployment/questions.ts';
import { corsEntries, originFault } from '../../../server/src/model/settings/questions.ts';

const fails = 'which stops `migrate`, `runserver` and most other commands';

/** What is said of each fault. */
const messageOf = { scheme: 'scheme', everything: 'everything', wildcard: 'wildcard', tail: 'tail' } as const;

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'cors/origin-format',
    since: '0.1.0',
    status: 'stable',
    title: 'CORS origin is malformed',
    severity: { production: 'error', unknown: 'error', development: 'error' },
    confidence: 'high',
    fix: 'safe',
    sources: [
      { tool: 'django-cors-headers', rule: 'corsheaders.E013', relation: 'same' },
      { tool: 'django-cors-headers', rule: 'corsheaders.E014', relation: 'same' },
    ],
    cwe: [],
    references: [
      'https://github.com/adamchainz/django-cors-headers#cors_allowed_origins-sequencestr',
      'https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Origin',
    ],
    messages: {
      scheme: {
        what: '`{origin}` in `{setting}` has no scheme or no host.',
        why: `The system check \`corsheaders.E013\` fails, ${fails}; a server that starts all the same lets no site in by it.`,
        help: 'Write the origin as browsers send it: `https://app.example.org`.',
      },
      everything: {
        what: '`{origin}` in `{setting}` is no origin.',
        why: `The system check \`corsheaders.E013\` fails, ${fails}; the library knows no wildcard here.`,
        help: 'List the sites that may, each with its scheme.',
      },
      wildcard: {
        what: '`{origin}` in `{setting}` has a wildcard, which the library takes for a part of the name.',
        why: 'Origins are compared as text and the checks say nothing, so no site gets in by this entry.',
        help: 'Move it to `CORS_ALLOWED_ORIGIN_REGEXES` as a pattern with `$` at its end.',
      },
      tail: {
        what: '`{origin}` in `{setting}` goes on behind the host.',
        why: `The system check \`corsheaders.E014\` fails, ${fails}.`,
        help: 'Cut it off behind the host and port.',
      },
    },
  },
  check(leaf, ctx) {
    if (!usesCors(ctx.project, leaf)) return;
    // Version 2 took names without a scheme.
    const checks = isCorsFrom(ctx.project, leaf, '3.0');
    if (checks === false) return;
    const confidence = checks === true ? 'high' : 'medium';
    for (const { setting, text: origin, at } of corsEntries(leaf, 'CORS_ALLOWED_ORIGINS')) {
      const found = originFault(origin);
      if (found === undefined) continue;
      const { fault, repaired = '' } = found;
      ctx.report({
        at,
        message: messageOf[fault],
        data: { origin, setting },
        confidence,
        fixes: () => {
          const edits = repaired === '' ? undefined : ctx.edit.settings.rewriteText(at, repaired);
          // The path never counted, but a scheme is a guess.
          const applicability = fault === 'tail' ? 'safe' : 'suggestion';
          return [edits && { title: `Write \`${repaired}\``.slice(0, 60), applicability, edits, create: [] }];
        },
      });
    }
  },
});
