import { defineRule } from '../../../server/src/contract/rule.ts';
import { runsCspLibrary, runsOwnCsp, sentPolicies } from '../../../server/src/model/deployment/questions.ts';
import { middlewareStacks } from '../../../server/src/model/settings/questions.ts';
import { lastPart } from '../../../server/src/text/dotted-name.ts';

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'csp/two-implementations',
    since: '0.1.0',
    status: 'stable',
    title: 'Two CSP middlewares send one header',
    severity: { production: 'warning', unknown: 'warning', development: 'hint' },
    confidence: 'high',
    fix: 'none',
    sources: [],
    cwe: [],
    references: [
      'https://docs.djangoproject.com/en/stable/howto/csp/',
      'https://django-csp.readthedocs.io/en/latest/installation.html',
    ],
    messages: {
      both: {
        what: '`{first}` and `{last}` both send {header} in {modules}.',
        why: 'Each leaves a header alone that is there already, so the policy of `{last}`, which stands later in `MIDDLEWARE`, is sent and the other one never.',
        help: 'Keep one of them, with all of the policy in its setting.',
      },
    },
  },
  check(leaf, ctx) {
    if (runsOwnCsp(leaf) !== true || runsCspLibrary(leaf) !== true) return;
    const policies = sentPolicies(ctx.project, leaf).filter(({ directives }) => directives.length > 0);
    // One that enforces beside one that only reports is a way to try a new policy.
    const shared = [false, true].find((reportOnly) => {
      const libraries = policies
        .filter((one) => one.reportOnly === reportOnly)
        .map(({ library }) => library === 'django');
      return libraries.includes(true) && libraries.includes(false);
    });
    const entries = middlewareStacks(leaf)[0]?.entries.filter(({ names }) =>
      names.some((name) => /^(django\.middleware\.csp|csp\.(middleware|contrib\.rate_limiting))\./.test(name)),
    );
    const [first, last] = [entries?.at(0), entries?.at(-1)];
    if (shared === undefined || first === undefined || last === undefined) return;
    const header = shared ? '`Content-Security-Policy-Report-Only`' : '`Content-Security-Policy`';
    ctx.report({
      at: last.at,
      message: 'both',
      data: { first: lastPart(first.path), last: lastPart(last.path), header },
    });
  },
});
