import { defineRule } from '../../../server/src/contract/rule.ts';

const why =
  'Such keys are looked for in public code by machines, within minutes, and work until the service has revoked them.';

export default defineRule({
  target: 'settings',
  meta: {
    id: 'secrets/provider-key-pattern',
    since: '0.1.0',
    status: 'stable',
    title: 'A recognised provider token is in settings',
    severity: 'error',
    confidence: 'high',
    fix: 'suggestion',
    sources: [
      { tool: 'semgrep', rule: 'generic.secrets.security', relation: 'same' },
      { tool: 'sonar', rule: 'S6418', relation: 'related' },
    ],
    cwe: [798, 321],
    references: [
      'https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html',
      'https://docs.github.com/en/code-security/secret-scanning/introduction/supported-secret-scanning-patterns',
    ],
    messages: {
      key: {
        what: 'A literal of `{module}` has the form of {provider}.',
        why,
        help: 'Revoke it at the service, make another, and read that from the environment.',
      },
      test: {
        what: 'A literal of `{module}` has the form of {provider}.',
        why: 'It opens the test account alone, but the place is where the live key comes next.',
        help: 'Read it from the environment.',
      },
    },
  },
  check(module, ctx) {
    const { isForTests } = module;
    for (const { provider, name, at } of module.keys()) {
      const data = { module: module.module, provider: `${/^[AO]/.test(provider) ? 'an' : 'a'} ${provider}` };
      const fixes = () => {
        const variable = name?.toUpperCase() ?? '';
        const edits = /^[A-Z]\w+$/.test(variable)
          ? ctx.edit.settings.readVariable({ ...module.reading(), at, variable, type: 'text' })
          : undefined;
        return [
          edits && {
            title: 'Read the key from the environment',
            applicability: 'suggestion' as const,
            edits,
            create: [],
          },
        ];
      };
      if (provider === 'Stripe test key') {
        ctx.report({ at, message: 'test', data, severity: 'hint', fixes });
        continue;
      }
      // Keys of maps are sent to every browser, and a private key in settings of tests signs nothing that counts.
      const isPublic = provider === 'Google API key' && /MAP|JS|BROWSER|FIREBASE|PUBLIC/i.test(name ?? '');
      const doubt = isForTests ? { severity: 'hint' as const } : isPublic ? { severity: 'warning' as const } : {};
      ctx.report({ at, message: 'key', data, ...doubt, fixes });
    }
  },
});
