import { defineRule } from '../../../server/src/contract/rule.ts';
import { certainlyAssigned, isAbsentForSure, seriesFrom } from '../../../server/src/model/settings/questions.ts';

const removed =
  'Django 5.1 and later ignore the name without any error: files are stored and served as if it were not there, without hashes and compression.';
const help = 'Move the class to `STORAGES`, under `{alias}`.';

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'static/old-storage-setting',
    since: '0.1.0',
    status: 'stable',
    title: 'STATICFILES_STORAGE or DEFAULT_FILE_STORAGE is still in use',
    severity: { production: 'error', unknown: 'warning', development: 'warning' },
    confidence: 'high',
    fix: 'safe',
    sources: [{ tool: 'django', rule: 'RemovedInDjango51Warning', relation: 'same' }],
    cwe: [477],
    references: [
      'https://docs.djangoproject.com/en/5.1/releases/5.1/#features-removed-in-5-1',
      'https://docs.djangoproject.com/en/stable/ref/settings/#storages',
    ],
    messages: {
      ignored: { what: '`{setting}` has no effect: the project runs Django {django}.', why: removed, help },
      mayBeIgnored: {
        what: '`{setting}` has no effect from Django 5.1 on, and the requirements allow {django}.',
        why: removed,
        help,
      },
      unpinned: { what: '`{setting}` has no effect from Django 5.1 on.', why: removed, help },
      deprecated: {
        what: '`{setting}` is deprecated in Django {django} and gone in 5.1.',
        why: 'After the upgrade the name is ignored without any error: files are stored and served as if it were not there.',
        help,
      },
      both: {
        what: '`{setting}` and `STORAGES` are both set.',
        why: 'Django {django} takes them for exclusive and raises `ImproperlyConfigured` when the settings are loaded.',
        help: 'Keep the class in `STORAGES`, under `{alias}`, and delete `{setting}`.',
      },
    },
  },
  check(leaf, ctx) {
    // Tests are not served: what they store is thrown away.
    if (leaf.environment === 'test') return;
    for (const { setting, alias } of settings) {
      const assigned = certainlyAssigned(leaf, setting);
      if (assigned === undefined) continue;
      const { django } = leaf;
      const at = assigned.name;
      const { all, some } = seriesFrom(django, '5.1');
      const knowsStorages = seriesFrom(django, '4.2').all;
      const hasStorages = !isAbsentForSure(leaf, 'STORAGES') && leaf.get('STORAGES') !== undefined;
      const applicability = some ? 'suggestion' : 'safe';
      const fixes = () => {
        const edits =
          knowsStorages && !hasStorages ? ctx.edit.settings.oldStoragesToNew(at.file, leaf.chain) : undefined;
        return [edits && ({ title: 'Use `STORAGES`', applicability, edits, create: [] } as const)];
      };
      const data = { setting, alias, django: django?.display ?? '' };
      const confidence = django?.pinned === true || all ? ('high' as const) : ('medium' as const);
      if (hasStorages) {
        // With both, later versions read STORAGES as meant.
        if (knowsStorages && !some) ctx.report({ at, message: 'both', data, confidence });
      } else if (django === undefined)
        ctx.report({ at, message: 'unpinned', data: { setting, alias }, severity: 'warning', confidence, fixes });
      else if (all) ctx.report({ at, message: 'ignored', data, confidence, fixes });
      else if (some) ctx.report({ at, message: 'mayBeIgnored', data, confidence, fixes });
      else if (seriesFrom(django, '4.2').some)
        ctx.report({
          at,
          message: 'deprecated',
          data,
          severity: 'warning',
          confidence: knowsStorages ? 'high' : confidence,
          fixes,
        });
    }
  },
});

const settings = [
  { setting: 'DEFAULT_FILE_STORAGE', alias: 'default' },
  { setting: 'STATICFILES_STORAGE', alias: 'staticfiles' },
] as const;
