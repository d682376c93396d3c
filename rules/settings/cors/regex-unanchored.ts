import { defineRule } from '../../../server/src/contract/rule.ts';
import { usesCors } from '../../../server/src/model/deployment/questions.ts';
import { corsEntries, looseOrigin } from '../../../server/src/model/settings/questions.ts';

const why = 'Whoever has a site under such a name reads the answers as one of the sites that are meant.';

/** What is said of each fault. */
const messageOf = { end: 'end', dot: 'dot', joined: 'joined', shared: 'shared' } as const;

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'cors/regex-unanchored',
    since: '0.1.0',
    status: 'stable',
    title: 'CORS origin pattern lets in other sites',
    severity: { production: 'error', unknown: 'warning', development: 'hint' },
    confidence: 'high',
    fix: 'suggestion',
    sources: [
      { tool: 'codeql', rule: 'py/incomplete-hostname-regexp', relation: 'same' },
      { tool: 'codeql', rule: 'py/regex/missing-regexp-anchor', relation: 'related' },
    ],
    cwe: [625, 777, 942],
    references: [
      'https://github.com/adamchainz/django-cors-headers#cors_allowed_origin_regexes-sequencestr--patternstr',
      'https://docs.python.org/3/library/re.html#re.match',
    ],
    messages: {
      end: {
        what: '`{pattern}` has no end: it also fits hosts that end in `{example}`.',
        why,
        help: 'End the pattern with `$`, right behind the host and port.',
      },
      dot: {
        what: 'A bare dot in `{pattern}` stands for any character: it also fits `{example}`.',
        why,
        help: 'Write `\\.` for each dot of the host.',
      },
      joined: {
        what: '`{pattern}` asks for no dot before the domain: it also fits `{example}`.',
        why,
        help: 'Let what is free end in a dot: `(?:.*\\.)?`.',
      },
      shared: {
        what: '`{pattern}` fits every site of a host that is open to all: `{example}`.',
        why: 'Anybody can have a site there, which then reads the answers as one of the sites that are meant.',
        help: 'Name your own sites, or the part of the name that nobody else can take.',
      },
    },
  },
  check(leaf, ctx) {
    if (!usesCors(ctx.project, leaf)) return;
    for (const { text: pattern, at } of corsEntries(leaf, 'CORS_ALLOWED_ORIGIN_REGEXES')) {
      const found = looseOrigin(pattern);
      if (found === undefined) continue;
      const { fault, example, repaired } = found;
      ctx.report({
        at,
        message: messageOf[fault],
        data: { pattern, example },
        fixes: () => {
          const edits = repaired === undefined ? undefined : ctx.edit.settings.rewriteText(at, repaired);
          return [edits && { title: 'Fit only the host', applicability: 'suggestion', edits, create: [] }];
        },
      });
    }
  },
});
