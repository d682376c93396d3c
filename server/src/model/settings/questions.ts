// What rules may ask of the settings: pure functions over a leaf. Must not report, word or fix anything.
// Look next at settings-model.ts (the leaf) and values.ts (what a value can be).
import type { Location } from '../../text/location.ts';
import { effective } from './effective.ts';
import { runsMiddleware } from './installed.ts';
import { environmentOfClass, environmentOfName } from './leaves/environment-names.ts';
import { settled } from './outcome.ts';
import type { ReaderInUse, SettingsLeaf } from './settings-model.ts';
import { middlewareStacks } from './topics/middleware-stack.ts';
import { truth } from './truth.ts';
import type { Assignment, EnvironmentValue, SecretValue, Value } from './values.ts';

export { seriesFrom } from './django-series.ts';
export { effective } from './effective.ts';
export { fixedConstant } from './fixed-constant.ts';
export { installs, middlewareBeside, runsMiddleware } from './installed.ts';
export { isDiscussed, noteAt } from './notes.ts';
export {
  certainElements,
  djangoDefault,
  entryOf,
  isAbsentForSure,
  isEmptyForSure,
  isWhole,
  outcome,
  outcomeConstant,
  settled,
} from './outcome.ts';
export { anyHost, faultOfHost, hasOnlyAddresses, namesOwnMachine } from './topics/allowed-hosts.ts';
export { cookieDomain } from './topics/cookie-domains.ts';
export { cookieFlagOff, isMeantForOtherSites, sameSiteOf, setsCookie } from './topics/cookies.ts';
export {
  allowingCorsSetting,
  allowsCredentials,
  corsEntries,
  corsOnlyReads,
  hasCorsPaths,
  haveOneValue,
  openOrigins,
  originFault,
  renamedCorsSettings,
} from './topics/cors-origins.ts';
export { credentials, databaseOf, variableFor } from './topics/credentials.ts';
export {
  type CspPolicy,
  decidingDirective,
  directiveSettings,
  writtenPolicies,
} from './topics/csp-policies.ts';
export {
  isUnquotedKeyword,
  mayIgnoreInline,
  nonceName,
  openSources,
  policyDict,
  takesSources,
} from './topics/csp-sources.ts';
export { developersTools } from './topics/developers-tools.ts';
export { type BrokenPath, brokenModulePath, brokenNamePath } from './topics/dotted-paths.ts';
export {
  certainReads,
  hasOwnDefault,
  isBareText,
  isNumberOfNothing,
  isRawSplit,
  onlyWord,
  type ReadInSetting,
  readsAs,
  writtenDefault,
} from './topics/environment-reads.ts';
export { framesNothing, mayLimitFrames, policySaysWhoFrames } from './topics/frame-policy.ts';
export { isLocalHost } from './topics/host-names.ts';
export { idleSecuritySettings } from './topics/idle-security.ts';
export { elementOf, lastElement } from './topics/list-elements.ts';
export type { OrderRow } from './topics/middleware-demands.ts';
export { misplacedMiddleware } from './topics/middleware-order.ts';
export { middlewareStacks } from './topics/middleware-stack.ts';
export { missingMiddleware } from './topics/missing-middleware.ts';
export { looseOrigin } from './topics/origin-pattern.ts';
export { proxySslHeader } from './topics/proxy-header.ts';
export { referrerPolicies, writtenReferrerPolicies } from './topics/referrer-policy.ts';
export { repeatedMiddleware } from './topics/repeated-middleware.ts';
export { brokerWithoutAddress, databasesWithoutServer } from './topics/required-variables.ts';
export { secretKeyGap } from './topics/secret-key.ts';
export { brokenSessionEngine, pickledSessions, sessionCache, sessionEngine } from './topics/session-store.ts';
export { type AgedSetting, agedSettings } from './topics/setting-lifetimes.ts';
export {
  flagPlaces,
  harmOfOneText,
  harmOfText,
  isFlag,
  isScalar,
  listPlaces,
  numberPlaces,
} from './topics/setting-types.ts';
export { silencedSecurityChecks } from './topics/silenced-checks.ts';
export { isCurrentSetting, misspelledSetting } from './topics/similar-names.ts';
export { originsHaveSchemes, trustedOrigins, wildcardReach } from './topics/trusted-origins.ts';
export { type TypeFault, typeFaults } from './topics/type-faults.ts';
export { unknownMiddleware } from './topics/unknown-middleware.ts';

export { textValue } from './values.ts';

/** The constant that a setting certainly ends with, and the value's place in the statement that won. */
export function finalConstant(
  leaf: SettingsLeaf,
  name: string,
): { readonly value: string | number | boolean | null; readonly at: Location } | undefined {
  const found = settled(leaf, name);
  if (found?.read !== undefined || found?.value.kind !== 'constant') return undefined;
  return { value: found.value.value, at: found.at };
}

/** The secret text that a setting certainly ends with, as far as it may be known. */
export function finalSecret(
  leaf: SettingsLeaf,
  name: string,
): { readonly secret: SecretValue; readonly at: Location } | undefined {
  const found = settled(leaf, name);
  if (found?.read !== undefined || found?.value.kind !== 'secret') return undefined;
  return effective(leaf, name)?.rejected === true ? undefined : { secret: found.value, at: found.at };
}

/** Reads in a setting whose text is split without dropping empty parts while nothing is set. */
export function emptySplits(
  leaf: SettingsLeaf,
  name: string,
): readonly { readonly read: EnvironmentValue; readonly whole: boolean }[] {
  const value = effective(leaf, name)?.value;
  if (value === undefined) return [];
  return splitsIn(value, true);
}

function splitsIn(
  value: Value,
  whole: boolean,
): readonly { readonly read: EnvironmentValue; readonly whole: boolean }[] {
  switch (value.kind) {
    case 'environment':
      return value.cast === 'split' && isEmptyText(value.fallback) ? [{ read: value, whole }] : [];
    case 'sequence':
      return value.elements.flatMap((element) => (element.many ? splitsIn(element.value, false) : []));
    case 'union':
      return value.variants.flatMap((variant) => splitsIn(variant.value, whole));
    default:
      return [];
  }
}

/** `''`, or the list `['']` that splitting it gave. */
function isEmptyText(fallback: Value | undefined): boolean {
  if (fallback?.kind === 'secret') return fallback.length === 0;
  if (fallback?.kind === 'constant') return fallback.value === '';
  const only =
    fallback?.kind === 'sequence' && fallback.elements.length === 1 ? fallback.elements[0]?.value : undefined;
  return (
    only !== undefined && (only.kind === 'constant' ? only.value === '' : only.kind === 'secret' && only.length === 0)
  );
}

/** How the module at a place reads variables, as far as it is bound before that place. */
export function readerAt(
  leaf: SettingsLeaf,
  at: Location,
): { readonly reader: ReaderInUse | undefined; readonly hasOs: boolean } {
  const reader = leaf.reader(at.file);
  const isBound = reader !== undefined && (reader.at.file !== at.file || reader.at.span.end <= at.span.start);
  return { reader: isBound ? reader : undefined, hasOs: leaf.binds(at.file, 'os') };
}

/** True when what stands at a place of the leaf's chain serves production alone by the name of its module, or of the leaf's class. */
export function isNamedForProduction(leaf: SettingsLeaf, { file, span }: Location): boolean {
  const { body, home } = leaf;
  const { className } = home;
  if (className !== undefined && file === home.file)
    return environmentOfClass(className) === 'production' && body.start <= span.start && span.end <= body.end;
  return leaf.chain.includes(file) && environmentOfName(file) === 'production';
}

/** Python's truth of a constant. */
export function isTruthy(value: string | number | boolean | null): boolean {
  return value !== null && value !== false && value !== 0 && value !== '';
}

/** The statement that gives a setting its value on every path; undefined when some path has none or unseen code may change it. */
export function certainlyAssigned(leaf: SettingsLeaf, name: string): Assignment | undefined {
  const setting = effective(leaf, name);
  if (setting === undefined || setting.overridable || setting.value.kind === 'absent') return undefined;
  const isPartial = setting.value.kind === 'union' && setting.value.variants.some((one) => one.value.kind === 'absent');
  return isPartial ? undefined : setting.assigned;
}

/** True when a setting has a value that is not false, empty or null, or may have one, as where a variable decides. */
export function isSet(leaf: SettingsLeaf, name: string): boolean {
  const value = effective(leaf, name)?.value;
  return value !== undefined && value.kind !== 'absent' && truth(value) !== false;
}

/** How the leaf's own module reads variables at its end. */
export function readerOf(leaf: SettingsLeaf): {
  readonly reader: ReaderInUse | undefined;
  readonly hasOs: boolean;
} {
  return { reader: leaf.reader(leaf.file), hasOs: leaf.binds(leaf.file, 'os') };
}

/** True when the module names its URLs: without them it serves nothing, and is a part of a module that is made in another way. */
export function servesRequests(leaf: SettingsLeaf): boolean {
  return leaf.get('ROOT_URLCONF') !== undefined;
}

/** True for an API alone: a framework for it is installed, and no admin or other pages for browsers certainly are. */
export function servesNoBrowser(leaf: SettingsLeaf): boolean {
  const apps = effective(leaf, 'INSTALLED_APPS')?.value;
  if (apps?.kind !== 'sequence') return false;
  const names = apps.elements.map(({ value, guard }) => ({
    name: value.kind === 'constant' ? value.value : '',
    guard,
  }));
  const isApi = names.some(({ name }) => name === 'rest_framework' || name === 'ninja');
  return isApi && !names.some(({ name, guard }) => guard === undefined && forBrowsers.test(String(name)));
}

const forBrowsers = /^(django\.contrib\.(admin|flatpages)(\.|$)|allauth|wagtail|cms$|crispy_forms)/;

/** The system checks that the project itself has silenced, as `security.W004`. */
export function silencedChecks(leaf: SettingsLeaf): ReadonlySet<string> {
  const value = effective(leaf, 'SILENCED_SYSTEM_CHECKS')?.value;
  const checks = value?.kind === 'sequence' ? value.elements.map((element) => element.value) : [];
  return new Set(checks.flatMap((one) => (one.kind === 'constant' ? [String(one.value)] : [])));
}

/** True when SecurityMiddleware, or a subclass of it, certainly runs. */
export function hasSecurityMiddleware(leaf: SettingsLeaf): boolean {
  return runsMiddleware(leaf, ['django.middleware.security.SecurityMiddleware']) === true;
}

/** True when a middleware in MIDDLEWARE has a path that the pattern fits, as a project's own that sends a header. */
export function namesMiddleware(leaf: SettingsLeaf, pattern: RegExp): boolean {
  return middlewareStacks(leaf).some(({ entries }) => entries.some(({ path }) => pattern.test(path)));
}
