import { defineRule } from '../../../server/src/contract/rule.ts';
import { isCorsFrom, usesCors } from '../../../server/src/model/deployment/questions.ts';
import { certainlyAssigned, haveOneValue, renamedCorsSettings } from '../../../server/src/model/settings/questions.ts';

/** What the library refuses, with the version that took it away and the system check that says so. */
const removed = [
  {
    setting: 'CORS_MODEL',
    since: '3.0',
    check: 'corsheaders.E012',
    instead: 'a handler of the `check_request_enabled` signal',
  },
  { setting: 'CORS_REPLACE_HTTPS_REFERER', since: '4.0', check: 'corsheaders.E013', instead: '`CSRF_TRUSTED_ORIGINS`' },
] as const;

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'cors/old-names',
    since: '0.1.0',
    status: 'stable',
    title: 'Old name of a CORS setting',
    severity: 'error',
    confidence: 'high',
    fix: 'safe',
    sources: [
      { tool: 'django-cors-headers', rule: 'corsheaders.E012', relation: 'same' },
      { tool: 'django-cors-headers', rule: 'corsheaders.E013', relation: 'same' },
    ],
    cwe: [477],
    references: [
      'https://github.com/adamchainz/django-cors-headers/blob/main/CHANGELOG.rst#350-2020-08-25',
      'https://github.com/adamchainz/django-cors-headers/blob/main/CHANGELOG.rst#400-2023-05-12',
    ],
    messages: {
      renamed: {
        what: '`{setting}` is the old name of `{name}`.',
        why: 'django-cors-headers 3.5 renamed it and reads the old name only where the new one is not set, so a module that sets the new one switches this value off.',
        help: 'Rename it to `{name}`.',
      },
      both: {
        what: '`{setting}` has no effect: `{name}` is set as well.',
        why: 'The library reads the new name alone, whatever the old one says.',
        help: 'Move what is to stay to `{name}` and delete `{setting}`.',
      },
      removed: {
        what: 'django-cors-headers {since} and later refuse `{setting}`.',
        why: 'The system check `{check}` fails, which stops `migrate`, `runserver` and most other commands.',
        help: 'Delete it; {instead} takes its place.',
      },
    },
  },
  check(leaf, ctx) {
    if (!usesCors(ctx.project, leaf)) return;
    const isRenamed = isCorsFrom(ctx.project, leaf, '3.5');
    for (const [name, setting] of Object.entries(renamedCorsSettings)) {
      const at = certainlyAssigned(leaf, setting)?.name;
      if (at === undefined || isRenamed === false) continue;
      const confidence = isRenamed === true ? 'high' : 'medium';
      if (certainlyAssigned(leaf, name) !== undefined) {
        // One value under both names is for other versions of the library.
        if (!haveOneValue(leaf, setting, name))
          ctx.report({ at, message: 'both', data: { setting, name }, severity: 'warning', confidence });
        continue;
      }
      ctx.report({
        at,
        message: 'renamed',
        data: { setting, name },
        severity: 'hint',
        confidence,
        fixes: () => {
          const modules = [...ctx.project.settings.modules.map(({ file }) => file), ...leaf.chain];
          const edits = ctx.edit.settings.renameSetting(modules, setting, name);
          const applicability = isRenamed === true ? 'safe' : 'suggestion';
          return [edits && { title: `Rename to \`${name}\``, applicability, edits, create: [] }];
        },
      });
    }
    for (const { setting, since, check, instead } of removed) {
      const at = certainlyAssigned(leaf, setting)?.name;
      if (at === undefined || isCorsFrom(ctx.project, leaf, since) !== true) continue;
      ctx.report({ at, message: 'removed', data: { setting, since, check, instead } });
    }
  },
});
