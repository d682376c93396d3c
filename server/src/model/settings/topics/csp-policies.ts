// Content security policies as settings write them: Django's own (SECURE_CSP), django-csp 4 (CONTENT_SECURITY_POLICY) and 3 (CSP_…).
// Must not ask which of them is sent: deployment/sent-policies.ts does. Look next at csp-constants.ts.
import type { Location } from '../../../text/location.ts';
import { effective } from '../effective.ts';
import { entryOf } from '../outcome.ts';
import { isSet } from '../questions.ts';
import type { SettingsLeaf } from '../settings-model.ts';
import type { DictValue, SequenceValue, Value } from '../values.ts';
import { nonceConstants } from './csp-constants.ts';

/** One word of a directive. */
export interface CspSource {
  /** As the header has it; `'nonce-'` for the constant that becomes the nonce of a request. */
  readonly text: string;
  readonly at: Location;
  /** The expression at the place is this word and no more. */
  readonly alone: boolean;
}

export interface CspDirective {
  /** `script-src` */
  readonly name: string;
  /** Where it is named: the key, or the name of the setting. */
  readonly at: Location;
  readonly value: Value;
  /** The sources that are certainly there. */
  readonly sources: readonly CspSource[];
  /** There are no others. */
  readonly whole: boolean;
}

export type CspLibrary = 'django' | 'django-csp 4' | 'django-csp 3';

export interface CspPolicy {
  readonly library: CspLibrary;
  /** Of what names the policy: `SECURE_CSP`; `CSP_…` of django-csp 3. */
  readonly setting: string;
  /** True also where a variable may make it so. */
  readonly reportOnly: boolean;
  readonly directives: readonly CspDirective[];
  /** There are no other directives. */
  readonly whole: boolean;
}

const dictSettings = [
  { library: 'django', setting: 'SECURE_CSP', reportOnly: false },
  { library: 'django', setting: 'SECURE_CSP_REPORT_ONLY', reportOnly: true },
  { library: 'django-csp 4', setting: 'CONTENT_SECURITY_POLICY', reportOnly: false },
  { library: 'django-csp 4', setting: 'CONTENT_SECURITY_POLICY_REPORT_ONLY', reportOnly: true },
] as const;

/** Settings of django-csp 3 that are directives, those of which version 4 asks whether they are still there: its `OUTDATED_SETTINGS`. */
export const directiveSettings: readonly string[] = [
  ...['CHILD_SRC', 'CONNECT_SRC', 'DEFAULT_SRC', 'SCRIPT_SRC', 'SCRIPT_SRC_ATTR', 'SCRIPT_SRC_ELEM', 'OBJECT_SRC'],
  ...['STYLE_SRC', 'STYLE_SRC_ATTR', 'STYLE_SRC_ELEM', 'FONT_SRC', 'FRAME_SRC', 'IMG_SRC', 'MANIFEST_SRC', 'MEDIA_SRC'],
  ...['PREFETCH_SRC', 'WORKER_SRC', 'BASE_URI', 'PLUGIN_TYPES', 'SANDBOX', 'FORM_ACTION', 'FRAME_ANCESTORS'],
  ...['NAVIGATE_TO', 'REQUIRE_SRI_FOR', 'REQUIRE_TRUSTED_TYPES_FOR', 'TRUSTED_TYPES', 'UPGRADE_INSECURE_REQUESTS'],
  ...['BLOCK_ALL_MIXED_CONTENT', 'REPORT_URI', 'REPORT_TO'],
].map((name) => `CSP_${name}`);

/** The policies that a leaf's settings write, whether anything sends them or not. */
export function writtenPolicies(leaf: SettingsLeaf): readonly CspPolicy[] {
  const found: CspPolicy[] = [];
  for (const { library, setting, reportOnly } of dictSettings) {
    const known = effective(leaf, setting);
    if (known === undefined || known.overridable) continue;
    const dict = library === 'django' ? known.value : entryOf(known.value, 'DIRECTIVES');
    if (dict?.kind !== 'dict') continue;
    found.push({ library, setting, reportOnly, directives: directivesIn(dict), whole: isClosed(dict) });
  }
  const directives = oldDirectives(leaf);
  if (directives.length > 0) {
    const reportOnly = isSet(leaf, 'CSP_REPORT_ONLY');
    found.push({ library: 'django-csp 3', setting: 'CSP_…', reportOnly, directives, whole: !leaf.open });
  }
  return found;
}

function directivesIn(dict: DictValue): readonly CspDirective[] {
  return dict.entries.flatMap(({ key, keyAt, value, guard }) =>
    typeof key === 'string' && guard === undefined ? [directive(key, keyAt, value)] : [],
  );
}

function isClosed(dict: DictValue): boolean {
  return !dict.open && dict.entries.every(({ guard }) => guard === undefined);
}

function oldDirectives(leaf: SettingsLeaf): readonly CspDirective[] {
  return directiveSettings.flatMap((name) => {
    const known = effective(leaf, name);
    if (known === undefined || known.overridable || known.value.kind === 'absent') return [];
    return [directive(directiveOf(name), known.assigned?.name ?? known.value.at, known.value)];
  });
}

/** `script-src` for `CSP_SCRIPT_SRC`. */
function directiveOf(setting: string): string {
  return setting.slice('CSP_'.length).replaceAll('_', '-').toLowerCase();
}

function directive(name: string, at: Location, value: Value): CspDirective {
  const sources = sourcesOf(value);
  return { name, at, value, sources, whole: isWholeDirective(value) };
}

function sourcesOf(value: Value): readonly CspSource[] {
  if (value.kind !== 'sequence') return wordsOf(value, value.at);
  const certain = value.elements.filter(({ many, guard }) => !many && guard === undefined);
  return certain.flatMap(({ value: one, at }) => wordsOf(one, at));
}

/** One text may hold several words. */
function wordsOf(value: Value, at: Location): readonly CspSource[] {
  if (value.kind === 'symbol' && nonceConstants.includes(value.path)) return [{ text: "'nonce-'", at, alone: true }];
  if (value.kind !== 'constant' || typeof value.value !== 'string') return [];
  const { value: whole } = value;
  return whole.split(/\s+/).flatMap((text) => (text === '' ? [] : [{ text, at, alone: text === whole }]));
}

function isWholeDirective(value: Value): boolean {
  const isText = (one: Value): boolean =>
    one.kind === 'constant' || (one.kind === 'symbol' && nonceConstants.includes(one.path));
  if (value.kind !== 'sequence') return isText(value);
  return isWholeSequence(value) && value.elements.every((one) => isText(one.value));
}

function isWholeSequence(value: SequenceValue): boolean {
  return value.elements.every(({ many, guard }) => !many && guard === undefined);
}

/** The directive that decides about something: its own, else `default-src`; undefined when it may be one that is not seen. */
export function decidingDirective(policy: CspPolicy, name: string): CspDirective | undefined {
  const own = policy.directives.find((one) => one.name === name);
  if (own !== undefined || !policy.whole) return own;
  return policy.directives.find((one) => one.name === 'default-src');
}
