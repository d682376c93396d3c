import { defineRule } from '../../../server/src/contract/rule.ts';
import { isNamedElsewhere } from '../../../server/src/model/deployment/questions.ts';
import { type AgedSetting, agedSettings } from '../../../server/src/model/settings/questions.ts';

const why = 'Django ignores it without any error: whoever changes the line changes nothing.';

export default defineRule({
  target: 'settingsLeaf',
  meta: {
    id: 'names/removed',
    since: '0.1.0',
    status: 'stable',
    title: 'A setting that Django no longer reads',
    severity: 'warning',
    confidence: 'high',
    fix: 'safe',
    sources: [],
    cwe: [477],
    references: [
      'https://docs.djangoproject.com/en/stable/internals/deprecation/',
      'https://docs.djangoproject.com/en/5.0/releases/5.0/#features-removed-in-5-0',
    ],
    messages: {
      gone: {
        what: '`{setting}` has no effect: Django {series} removed it, and the project runs {django}.',
        why,
        help: 'Delete the line.',
      },
      replaced: {
        what: '`{setting}` has no effect: Django {series} removed it, and the project runs {django}.',
        why,
        help: 'Use `{replacement}`, and delete the line.',
      },
    },
  },
  check(leaf, ctx) {
    const { django } = leaf;
    if (django === undefined) return;
    for (const aged of agedSettings(leaf)) {
      if (aged.age !== 'removed') continue;
      const { name, series, replacement, assigned, at } = aged;
      // Code of the project may read it under its old name.
      if (isNamedElsewhere(ctx.project.sources, name, [assigned.statement])) continue;
      const isReplaced = replacement !== undefined;
      const data = { setting: name, series, django: django.display };
      const fixes = () => {
        if (isReplaced || !isLiteral(aged)) return [];
        const edits = ctx.edit.settings.removeStatement(assigned.statement);
        return [edits && { title: `Delete \`${name}\``, applicability: 'safe' as const, edits, create: [] }];
      };
      const says = isAsWithout(aged) ? ({ severity: 'hint' } as const) : {};
      if (isReplaced) ctx.report({ at, message: 'replaced', data: { ...data, replacement }, ...says, fixes });
      else ctx.report({ at, message: 'gone', data, ...says, fixes });
    }
  },
});

/** A value that is written out: nothing else happens where it stands. */
function isLiteral({ value }: AgedSetting): boolean {
  return value.kind === 'constant' && value.value !== null;
}

/** What Django does by itself since the setting is gone. */
const today: Readonly<Record<string, string | boolean>> = {
  CSRF_COOKIE_MASKED: false,
  DEFAULT_HASHING_ALGORITHM: 'sha256',
  FORMS_URLFIELD_ASSUME_HTTPS: true,
  USE_DEPRECATED_PYTZ: false,
  USE_ETAGS: false,
  USE_L10N: true,
};

/** Errors in templates are shown with `DEBUG` alone, whatever its value. */
const outlived = 'TEMPLATE_DEBUG';

/** True unless the value certainly asks for something else than Django does. */
function isAsWithout({ name, value }: AgedSetting): boolean {
  if (name === outlived) return true;
  return name in today && (value.kind !== 'constant' || value.value === today[name]);
}
