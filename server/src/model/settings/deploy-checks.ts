import { dependsOnDebug, underDebug } from './evaluate/join-values.ts';
import { both, certain, type Judgement, judgeValue, not, type Verdict, verdictOf } from './judgement.ts';
import { asCommitted, type Setting, type SettingsLeaf } from './settings-model.ts';
import { truth } from './truth.ts';
import { type Cast, textValue, type Value, variablesOf } from './values.ts';

// Conditions as in django/core/checks/security of Django 5.2, which 4.2 and 6.1 share.
// Left out are those that import the project (E101, E102) and those of the content security policy (E026, W027, from 6.0 on).
const security = 'django.middleware.security.SecurityMiddleware';
const xFrame = 'django.middleware.clickjacking.XFrameOptionsMiddleware';
const csrf = 'django.middleware.csrf.CsrfViewMiddleware';
const session = 'django.contrib.sessions.middleware.SessionMiddleware';

const referrerPolicies = new Set([
  ...['no-referrer', 'no-referrer-when-downgrade', 'origin', 'origin-when-cross-origin'],
  ...['same-origin', 'strict-origin', 'strict-origin-when-cross-origin', 'unsafe-url'],
]);
const openerPolicies = new Set(['same-origin', 'same-origin-allow-popups', 'unsafe-none']);

/**
 * What each deployment check of Django says of a leaf, by its id (`security.W004`), as the repository holds it. A key or a list of hosts that
 * comes from a variable is taken to fit: that a variable can be set to a weak key is true of every project.
 */
export function deployChecks(given: SettingsLeaf): Readonly<Record<string, Verdict>> {
  const leaf = asCommitted(given);
  const secured = contains(leaf, 'MIDDLEWARE', security);
  const framed = contains(leaf, 'MIDDLEWARE', xFrame);
  const csrfChecked = contains(leaf, 'MIDDLEWARE', csrf);
  const isTrue = (name: string, byDefault: boolean): Judgement => judge(leaf, name, byDefault, (v) => is(v, true));
  const isSet = (name: string): Judgement => judge(leaf, name, false, truth);
  const hsts = both(secured, isSet('SECURE_HSTS_SECONDS'));
  const sessionApp = contains(leaf, 'INSTALLED_APPS', 'django.contrib.sessions');
  const sessionMiddleware = contains(leaf, 'MIDDLEWARE', session);
  const onlyApp = both(sessionApp, not(sessionMiddleware));
  const onlyMiddleware = both(not(sessionApp), sessionMiddleware);
  const bothSessions = both(sessionApp, sessionMiddleware);
  const notSecure = not(isTrue('SESSION_COOKIE_SECURE', false));
  const notHttpOnly = not(isTrue('SESSION_COOKIE_HTTPONLY', true));
  const complaints: Record<string, Judgement> = {
    W001: not(secured),
    W002: not(framed),
    W003: not(csrfChecked),
    W004: both(secured, not(isSet('SECURE_HSTS_SECONDS'))),
    W005: both(hsts, not(isTrue('SECURE_HSTS_INCLUDE_SUBDOMAINS', false))),
    W006: both(secured, not(isTrue('SECURE_CONTENT_TYPE_NOSNIFF', true))),
    W008: both(secured, not(isTrue('SECURE_SSL_REDIRECT', false))),
    W009: judge(leaf, 'SECRET_KEY', '', isWeakKey),
    W010: both(onlyApp, notSecure),
    W011: both(onlyMiddleware, notSecure),
    W012: both(bothSessions, notSecure),
    W013: both(onlyApp, notHttpOnly),
    W014: both(onlyMiddleware, notHttpOnly),
    W015: both(bothSessions, notHttpOnly),
    W016: both(both(not(isSet('CSRF_USE_SESSIONS')), csrfChecked), not(isTrue('CSRF_COOKIE_SECURE', false))),
    W018: isSet('DEBUG'),
    W019: both(framed, not(judge(leaf, 'X_FRAME_OPTIONS', 'DENY', (v) => is(v, 'DENY')))),
    W020: not(judge(leaf, 'ALLOWED_HOSTS', false, hasHosts)),
    W021: both(hsts, not(isTrue('SECURE_HSTS_PRELOAD', false))),
    W022: both(
      secured,
      judge(leaf, 'SECURE_REFERRER_POLICY', 'same-origin', (v) => is(v, null)),
    ),
    E023: both(
      secured,
      judge(leaf, 'SECURE_REFERRER_POLICY', 'same-origin', (v) => isNoneOf(v, referrerPolicies)),
    ),
    E024: both(
      secured,
      judge(leaf, 'SECURE_CROSS_ORIGIN_OPENER_POLICY', 'same-origin', (v) => isNoneOf(v, openerPolicies)),
    ),
    W025: judge(leaf, 'SECRET_KEY_FALLBACKS', false, hasWeakKey),
  };
  return Object.fromEntries(Object.entries(complaints).map(([id, judged]) => [`security.${id}`, verdictOf(judged)]));
}

/** `value is expected`; undefined when the value cannot be seen. */
function is(value: Value, expected: string | boolean | null): boolean | undefined {
  if (value.kind === 'constant') return value.value === expected;
  if (value.kind === 'environment') {
    // Neither text nor number is ever `True`, `strtobool` of the standard library included: only the fallback can be.
    const isOther = neverFlags.has(value.cast) && typeof expected !== 'string';
    return isOther && (value.fallback === undefined || is(value.fallback, expected) === false) ? false : undefined;
  }
  return value.kind === 'unknown' || value.kind === 'call' ? undefined : false;
}

const neverFlags: ReadonlySet<Cast> = new Set(['string', 'integer', 'number', 'split', 'list']);

/** What a variable lists, where it is set, is something: splitting any text gives at least one part, `['']` for an empty one. */
function hasHosts(value: Value): boolean | undefined {
  if (value.kind !== 'environment') return truth(value);
  if (value.fallback === undefined) return true;
  return hasHosts(value.fallback) === true ? true : undefined;
}

/** `security.W009`: shorter than 50, fewer than 5 distinct characters, or with the prefix of `startproject`. */
function isWeakKey(value: Value): boolean | undefined {
  if (value.kind === 'secret') return value.length < 50 || value.distinct < 5 || value.insecurePrefix;
  if (value.kind === 'constant') return true;
  if (value.kind === 'environment')
    return value.fallback === undefined || isWeakKey(value.fallback) === false ? false : undefined;
  const isMade = value.kind === 'call' && value.callee === 'django.core.management.utils.get_random_secret_key';
  return isMade ? false : undefined;
}

/** `security.W025`, the same for each old key. */
function hasWeakKey(value: Value): boolean | undefined {
  if (value.kind === 'environment')
    return value.fallback === undefined || hasWeakKey(value.fallback) === false ? false : undefined;
  if (value.kind !== 'sequence') return value.kind === 'constant' ? false : undefined;
  const answers = value.elements.map(({ value: key, many, guard }) => {
    const isWeak = isWeakKey(key);
    return many || (guard !== undefined && isWeak === true) ? undefined : isWeak;
  });
  if (answers.includes(true)) return true;
  return answers.includes(undefined) ? undefined : false;
}

/** A policy, or a part of a list of them, that no browser knows; `None` stands for no header. */
function isNoneOf(value: Value, known: ReadonlySet<string>): boolean | undefined {
  if (value.kind === 'constant') {
    if (value.value === null) return false;
    return typeof value.value !== 'string' || value.value.split(',').some((part) => !known.has(part.trim()));
  }
  if (value.kind !== 'sequence') return undefined;
  const answers = value.elements.map((element) => (element.many ? undefined : isNoneOf(element.value, known)));
  return answers.includes(undefined) ? undefined : answers.includes(true);
}

/** Judges a setting; `byDefault` is what Django has where nothing is assigned. */
function judge(
  leaf: SettingsLeaf,
  name: string,
  byDefault: string | boolean,
  test: (value: Value) => boolean | undefined,
): Judgement {
  const setting = leaf.get(name);
  const absent = certain(test({ kind: 'constant', value: byDefault, at: leaf.start }) === true);
  if (setting === undefined) return leaf.open ? unknownJudgement : absent;
  if (setting.overridable) return unknownJudgement;
  const value = underKnownDebug(leaf, setting);
  return withDebug(
    leaf,
    value,
    judgeValue(value, (one) => (one.kind === 'absent' ? absent.canHold : test(one))),
  );
}

const unknownJudgement: Judgement = { canHold: true, canFail: true, isUnknown: true, variables: [] };

/** Where a variable decides `DEBUG`, the paths of both answers count. */
function underKnownDebug(leaf: SettingsLeaf, setting: Setting): Value {
  const debug = leaf.get('DEBUG')?.value;
  const known = debug === undefined ? false : truth(debug);
  return known === undefined ? setting.value : underDebug(setting.value, known);
}

/** What depends on `DEBUG` depends on the variables that decide it. */
function withDebug(leaf: SettingsLeaf, value: Value, judged: Judgement): Judgement {
  if (!(judged.canHold && judged.canFail) || !dependsOnDebug(value)) return judged;
  const debug = leaf.get('DEBUG')?.value;
  const variables = debug === undefined ? [] : variablesOf(debug);
  return { ...judged, variables: [...new Set([...judged.variables, ...variables])].sort() };
}

/** The very text in a list, as Django's checks look for it: a subclass or the `AppConfig` does not count. */
function contains(leaf: SettingsLeaf, name: 'MIDDLEWARE' | 'INSTALLED_APPS', text: string): Judgement {
  const setting = leaf.get(name);
  if (setting === undefined) return leaf.open ? unknownJudgement : certain(false);
  const value = underKnownDebug(leaf, setting);
  const judged = withDebug(leaf, value, presence(value, text));
  // What may be changed unseen is rather added to than cut down.
  return setting.overridable && judged.canFail ? unknownJudgement : judged;
}

function presence(value: Value, text: string): Judgement {
  const guards: string[] = [];
  const judged = judgeValue(value, (list) => {
    if (list.kind === 'absent') return false;
    if (list.kind !== 'sequence') return undefined;
    const found = list.elements.filter((element) => textValue(element.value) === text);
    if (found.some((element) => element.guard === undefined)) return true;
    for (const { guard } of found) guards.push(...(guard?.variables ?? []));
    const isComplete = list.elements.every((element) => !element.many && textValue(element.value) !== undefined);
    return found.length === 0 && isComplete ? false : undefined;
  });
  if (guards.length === 0 || !(judged.canHold && judged.canFail)) return judged;
  return { ...judged, isUnknown: false, variables: [...new Set([...judged.variables, ...guards])].sort() };
}
