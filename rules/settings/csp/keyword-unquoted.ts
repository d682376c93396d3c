import { defineRule } from '../../../server/src/contract/rule.ts';
import { sentPolicies } from '../../../server/src/model/deployment/questions.ts';
import { isUnquotedKeyword, takesSources } from '../../../server/src/model/settings/questions.ts';

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'csp/keyword-unquoted',
    since: '0.1.0',
    status: 'stable',
    title: 'CSP keyword lacks its quotes',
    severity: { production: 'error', unknown: 'error', development: 'error' },
    confidence: 'high',
    fix: 'safe',
    sources: [],
    cwe: [693],
    references: [
      'https://developer.mozilla.org/en-US/docs/Web/HTTP/Guides/CSP',
      'https://www.w3.org/TR/CSP3/#grammardef-keyword-source',
    ],
    messages: {
      unquoted: {
        what: '`{word}` in `{directive}` of `{setting}` stands without quotes.',
        why: 'The quotes are part of the header: without them browsers take it for the name of a host and block what it is meant to allow.',
        help: 'Write `"\'{word}\'"`.',
      },
    },
  },
  check(leaf, ctx) {
    for (const { setting, directives } of sentPolicies(ctx.project, leaf)) {
      for (const { name: directive, sources } of directives) {
        if (!takesSources(directive)) continue;
        for (const { text: word, at, alone } of sources) {
          if (!isUnquotedKeyword(word)) continue;
          ctx.report({
            at,
            message: 'unquoted',
            data: { word, directive, setting },
            fixes: () => {
              const edits = alone ? ctx.edit.settings.rewriteText(at, `'${word}'`) : undefined;
              return [edits && { title: `Quote \`${word}\``.slice(0, 60), applicability: 'safe', edits, create: [] }];
            },
          });
        }
      }
    }
  },
});
