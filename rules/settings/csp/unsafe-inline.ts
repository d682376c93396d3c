import { defineRule } from '../../../server/src/contract/rule.ts';
import { sentPolicies } from '../../../server/src/model/deployment/questions.ts';
import { decidingDirective, mayIgnoreInline, nonceName } from '../../../server/src/model/settings/questions.ts';

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'csp/unsafe-inline',
    since: '0.1.0',
    status: 'stable',
    title: 'CSP allows inline scripts or eval',
    severity: { production: 'warning', unknown: 'hint', development: 'off' },
    confidence: 'high',
    fix: 'suggestion',
    sources: [{ tool: 'mozilla-observatory', rule: 'csp-implemented-with-unsafe-inline', relation: 'same' }],
    cwe: [693, 79],
    references: [
      'https://developer.mozilla.org/en-US/docs/Web/HTTP/Guides/CSP#inline_javascript',
      'https://developer.mozilla.org/en-US/observatory/docs/tests_and_scoring',
    ],
    messages: {
      inline: {
        what: "`{directive}` of `{setting}` has `'unsafe-inline'` in {modules}.",
        why: 'A script that gets into a page through an unescaped value runs as if there were no policy.',
        help: 'Give the scripts of the page a nonce and name it in place of this.',
      },
      eval: {
        what: "`{directive}` of `{setting}` has `'unsafe-eval'` in {modules}.",
        why: 'Text that reaches `eval`, `setTimeout` or a template compiler in the browser runs as code.',
        help: 'Take it out and use builds of the libraries that do without `eval`.',
      },
      style: {
        what: "`{directive}` of `{setting}` has `'unsafe-inline'` in {modules}.",
        why: 'Styles that get into a page can cover it and read values of its fields out by their selectors.',
        help: 'Move inline styles to files, or give them a nonce.',
      },
    },
  },
  check(leaf, ctx) {
    for (const policy of sentPolicies(ctx.project, leaf)) {
      // What is only reported blocks nothing, whatever it says.
      if (policy.reportOnly) continue;
      const { setting } = policy;
      const scripts = decidingDirective(policy, 'script-src');
      const styles = decidingDirective(policy, 'style-src');
      for (const deciding of new Set([scripts, styles])) {
        if (deciding === undefined) continue;
        const isScript = deciding === scripts;
        const inline = deciding.sources.find(({ text }) => text.toLowerCase() === "'unsafe-inline'");
        const data = { directive: deciding.name, setting };
        if (inline !== undefined && !mayIgnoreInline(leaf, deciding)) {
          const { at, alone } = inline;
          if (!isScript) {
            ctx.report({ at, message: 'style', data, severity: 'hint' });
            continue;
          }
          const nonce = nonceName(leaf, policy.library, at.file);
          const fixes = () => {
            const edits = nonce === undefined || !alone ? undefined : ctx.edit.settings.replaceValue(at, nonce);
            return [edits && ({ title: 'Use a nonce', applicability: 'suggestion', edits, create: [] } as const)];
          };
          ctx.report({ at, message: 'inline', data, fixes });
        }
        const dynamic = deciding.sources.find(({ text }) => text.toLowerCase() === "'unsafe-eval'");
        if (isScript && dynamic !== undefined) ctx.report({ at: dynamic.at, message: 'eval', data });
      }
    }
  },
});
