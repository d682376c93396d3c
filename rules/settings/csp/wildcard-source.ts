import { defineRule } from '../../../server/src/contract/rule.ts';
import { sentPolicies } from '../../../server/src/model/deployment/questions.ts';
import { decidingDirective, openSources } from '../../../server/src/model/settings/questions.ts';

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'csp/wildcard-source',
    since: '0.1.0',
    status: 'stable',
    title: 'CSP allows scripts or plugins from everywhere',
    severity: { production: 'warning', unknown: 'hint', development: 'off' },
    confidence: 'high',
    fix: 'suggestion',
    sources: [{ tool: 'mozilla-observatory', rule: 'csp-implemented-with-insecure-scheme', relation: 'related' }],
    cwe: [693],
    references: [
      'https://developer.mozilla.org/en-US/docs/Web/HTTP/Guides/CSP#fetch_directive_syntax',
      'https://developer.mozilla.org/en-US/observatory/docs/tests_and_scoring',
    ],
    messages: {
      open: {
        what: '`{source}` in `{directive}` of `{setting}` lets in {kind} from {origin} in {modules}.',
        why: 'An injected tag can load what it wants, so the policy does not hold up the attack it is there for.',
        help: 'List the hosts that the pages need.',
      },
    },
  },
  check(leaf, ctx) {
    for (const policy of sentPolicies(ctx.project, leaf)) {
      // What is only reported blocks nothing, whatever it says.
      if (policy.reportOnly) continue;
      const scripts = decidingDirective(policy, 'script-src');
      const plugins = decidingDirective(policy, 'object-src');
      for (const deciding of new Set([scripts, plugins])) {
        if (deciding === undefined) continue;
        const kind = deciding === scripts ? 'scripts' : 'plugins';
        for (const { text: source, at, alone, origin } of openSources(deciding)) {
          ctx.report({
            at,
            message: 'open',
            data: { source, directive: deciding.name, setting: policy.setting, kind, origin },
            fixes: () => {
              if (!alone) return [];
              const isAlone = deciding.whole && deciding.sources.length === 1;
              const edits = isAlone ? ctx.edit.settings.rewriteText(at, "'self'") : ctx.edit.settings.removeElement(at);
              const title = isAlone ? "Write `'self'`" : `Remove \`${source}\``;
              return [edits && { title, applicability: 'suggestion', edits, create: [] }];
            },
          });
        }
      }
    }
  },
});
