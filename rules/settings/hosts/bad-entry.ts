import { fixTitle } from '../../../server/src/contract/fix-title.ts';
import { defineRule } from '../../../server/src/contract/rule.ts';
import { certainElements, faultOfHost, isLocalHost, settled } from '../../../server/src/model/settings/questions.ts';

const flaws = {
  scheme: { flaw: 'has a scheme, so it can never match', advice: 'Write the bare name' },
  port: {
    flaw: 'has a port, so it can never match',
    advice: 'Write the name without the port, which Django takes off',
  },
  path: { flaw: 'has a slash, so it can never match', advice: 'Write the bare name, without path or range' },
  blank: { flaw: 'has a blank, so it can never match', advice: 'Write one name an entry, without blanks' },
  wildcard: {
    flaw: 'can never match: Django knows `*` only alone',
    advice: 'Begin the name with a dot instead, which admits the domain and all its subdomains',
  },
} as const;

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'hosts/bad-entry',
    since: '0.1.0',
    status: 'stable',
    title: 'ALLOWED_HOSTS entry can never match',
    severity: { production: 'error', unknown: 'error', development: 'warning' },
    confidence: 'high',
    fix: 'suggestion',
    sources: [],
    cwe: [],
    references: ['https://docs.djangoproject.com/en/stable/ref/settings/#allowed-hosts'],
    messages: {
      wrong: {
        what: '`ALLOWED_HOSTS` entry `{entry}` {flaw}.',
        why: 'Django compares the entry with the bare name of the `Host` header, so requests for it are answered with 400.',
        help: '{advice}.',
      },
      empty: {
        what: '`ALLOWED_HOSTS` has an empty entry, which no host matches.',
        why: 'The list counts as filled for `check --deploy`, while the entry admits nobody.',
        help: 'Write the name of the site, or take the entry out.',
      },
    },
  },
  check(leaf, ctx) {
    const found = settled(leaf, 'ALLOWED_HOSTS');
    const elements = certainElements(found?.value);
    for (const { value, at } of elements) {
      if (value.kind !== 'constant' || typeof value.value !== 'string') continue;
      // Parts of one text that is split have no place of their own.
      if (at.span.start === found?.value.at.span.start || value.at.span.start !== at.span.start) continue;
      const entry = value.value;
      const wrong = faultOfHost(entry);
      if (wrong === undefined) continue;
      const { fault, meant } = wrong;
      // Beside other names an empty one does no harm.
      if (fault === 'empty' && elements.length > 1) continue;
      // What was meant is let in by an entry of its own.
      if (elements.some((one) => one.value.kind === 'constant' && one.value.value === meant)) continue;
      if (fault === 'empty') {
        ctx.report({ at, message: 'empty', data: {} });
        continue;
      }
      ctx.report({
        at,
        message: 'wrong',
        ...(meant !== undefined && isLocalHost(meant) ? { severity: 'info' as const } : {}),
        data: { entry, ...flaws[fault] },
        fixes: () => {
          const edits = meant === undefined ? undefined : ctx.edit.settings.replaceText(at, meant);
          return [
            edits && {
              title: fixTitle(`Write \`${meant ?? ''}\``, 'Write the bare name'),
              applicability: 'suggestion',
              edits,
              create: [],
            },
          ];
        },
      });
    }
  },
});
