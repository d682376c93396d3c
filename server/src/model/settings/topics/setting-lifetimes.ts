// What a setting of Django is in the versions that a project allows: not there yet, on its way out, or gone.
// Must not guess: without a known version there is no answer. Look next at django-series.ts.
import { settingNames, settingReference } from '../../../data/settings-reference.ts';
import type { Location } from '../../../text/location.ts';
import { seriesFrom } from '../django-series.ts';
import { effective } from '../effective.ts';
import type { SettingsLeaf } from '../settings-model.ts';
import type { Assignment, Value } from '../values.ts';

/** A setting that the module certainly assigns and that not every version of Django reads. */
export interface AgedSetting {
  readonly name: string;
  readonly age: 'early' | 'deprecated' | 'removed';
  /** The series that brought it, deprecated it or stopped reading it. */
  readonly series: string;
  readonly replacement: string | undefined;
  readonly value: Value;
  readonly assigned: Assignment;
  readonly at: Location;
}

/** The rules static/old-storage-setting and https/xss-filter-removed know more of these. */
const judgedElsewhere = ['DEFAULT_FILE_STORAGE', 'STATICFILES_STORAGE', 'SECURE_BROWSER_XSS_FILTER'];

/** The settings of a leaf that Django, in every version that the project allows, reads not yet, only for a while, or no longer. */
export function agedSettings(leaf: SettingsLeaf): readonly AgedSetting[] {
  return settingNames.flatMap((name) => {
    const setting = judgedElsewhere.includes(name) ? undefined : effective(leaf, name);
    const age = setting === undefined ? undefined : ageOf(leaf, name);
    if (setting?.assigned === undefined || setting.overridable || age === undefined) return [];
    const isPartial =
      setting.value.kind === 'union' && setting.value.variants.some((one) => one.value.kind === 'absent');
    if (isPartial || setting.value.kind === 'absent') return [];
    const { value, assigned } = setting;
    const replacement = replacementOf(leaf, name);
    return [{ name, ...age, replacement, value, assigned, at: assigned.name }];
  });
}

/** What takes the place of a setting, as far as every version that the project allows has it. */
function replacementOf(leaf: SettingsLeaf, name: string): string | undefined {
  const replacement = settingReference(name)?.replacement;
  const since = replacement === undefined ? undefined : settingReference(/^\w+/.exec(replacement)?.[0] ?? '')?.since;
  return since === undefined || seriesFrom(leaf.django, since).all ? replacement : undefined;
}

function ageOf(leaf: SettingsLeaf, name: string): Pick<AgedSetting, 'age' | 'series'> | undefined {
  const { since, deprecated, removed } = settingReference(name) ?? {};
  const { django } = leaf;
  if (django === undefined || django.series.length === 0) return undefined;
  if (since !== undefined && !seriesFrom(django, since).some) return { age: 'early', series: since };
  if (removed !== undefined && seriesFrom(django, removed).all) return { age: 'removed', series: removed };
  if (deprecated !== undefined && seriesFrom(django, deprecated).all) return { age: 'deprecated', series: deprecated };
  return undefined;
}
