import { defineRule } from '../../../server/src/contract/rule.ts';
import {
  certainlyAssigned,
  finalConstant,
  isAbsentForSure,
  seriesFrom,
} from '../../../server/src/model/settings/questions.ts';

const removed = 'Django 5.1 and later ignore the name without any error: {instead}.';
const help =
  'Set `STORAGES` with `default` and `staticfiles` in place of the old settings, with this class under `{alias}`.';

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'static/old-storage-setting',
    since: '0.1.0',
    status: 'stable',
    title: 'STATICFILES_STORAGE or DEFAULT_FILE_STORAGE is still in use',
    severity: { production: 'error', unknown: 'warning', development: 'hint' },
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
        why: 'After the upgrade the name is ignored without any error: {instead}.',
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
    for (const { setting, alias, instead, plain } of settings) {
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
      const data = { setting, alias, instead, django: django?.display ?? '' };
      // What it names is what Django takes without it.
      const isPlain = plain.test(String(finalConstant(leaf, setting)?.value));
      const confidence = django?.pinned === true || all ? ('high' as const) : ('medium' as const);
      if (hasStorages) {
        // With both, later versions read STORAGES as meant.
        if (knowsStorages && !some) ctx.report({ at, message: 'both', data, confidence });
      } else {
        const old = isPlain ? ({ severity: 'hint' } as const) : {};
        const deprecated = { severity: 'warning', ...old } as const;
        if (django === undefined)
          ctx.report({ at, message: 'unpinned', data: { setting, alias, instead }, ...deprecated, confidence, fixes });
        else if (all) ctx.report({ at, message: 'ignored', data, confidence, fixes, ...old });
        else if (some) ctx.report({ at, message: 'mayBeIgnored', data, confidence, fixes, ...old });
        else if (seriesFrom(django, '4.2').some) {
          const sure = knowsStorages ? 'high' : confidence;
          ctx.report({ at, message: 'deprecated', data, ...deprecated, confidence: sure, fixes });
        }
      }
    }
  },
});

const settings = [
  {
    setting: 'DEFAULT_FILE_STORAGE',
    alias: 'default',
    instead: 'uploads go to the local disk instead',
    plain: /^django\.core\.files\.storage\.(filesystem\.)?FileSystemStorage$/,
  },
  {
    setting: 'STATICFILES_STORAGE',
    alias: 'staticfiles',
    instead: "static files are collected by Django's plain storage instead",
    plain: /^django\.contrib\.staticfiles\.storage\.StaticFilesStorage$/,
  },
] as const;
