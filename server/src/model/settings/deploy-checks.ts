import { both, certain, type Judgement, judgeValue, not, type Verdict, verdictOf } from './judgement.ts';
import { effective, middlewareStacks } from './questions.ts';
import type { SettingsLeaf } from './settings-model.ts';
import { truth } from './truth.ts';
import type { Value } from './values.ts';
import { variablesOf } from './values.ts';

// Conditions as in django/core/checks/security of Django 5.2; 4.2 to 6.1 have the same.
const security = 'django.middleware.security.SecurityMiddleware';
const xFrame = 'django.middleware.clickjacking.XFrameOptionsMiddleware';
const csrf = 'django.middleware.csrf.CsrfViewMiddleware';
const session = 'django.contrib.sessions.middleware.SessionMiddleware';

/** What each deployment check of Django says of a leaf, by its id (`security.W004`). */
export function deployChecks(leaf: SettingsLeaf): Readonly<Record<string, Verdict>> {
  const secured = hasMiddleware(leaf, security);
  const isTrue = (name: string, byDefault: boolean): Judgement => judge(leaf, name, byDefault, (v) => is(v, true));
  const isSet = (name: string): Judgement => judge(leaf, name, false, truth);
  const hsts = both(secured, isSet('SECURE_HSTS_SECONDS'));
  const sessionApp = hasApp(leaf, 'django.contrib.sessions');
  const sessionMiddleware = hasMiddleware(leaf, session);
  const onlyApp = both(sessionApp, not(sessionMiddleware));
  const onlyMiddleware = both(not(sessionApp), sessionMiddleware);
  const bothSessions = both(sessionApp, sessionMiddleware);
  const notSecure = not(isTrue('SESSION_COOKIE_SECURE', false));
  const notHttpOnly = not(isTrue('SESSION_COOKIE_HTTPONLY', true));
  const complaints: Record<string, Judgement> = {
    W001: not(secured),
    W002: not(hasMiddleware(leaf, xFrame)),
    W003: not(hasMiddleware(leaf, csrf)),
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
    W016: both(
      both(not(isSet('CSRF_USE_SESSIONS')), hasMiddleware(leaf, csrf)),
      not(isTrue('CSRF_COOKIE_SECURE', false)),
    ),
    W018: isSet('DEBUG'),
    W019: both(hasMiddleware(leaf, xFrame), not(judge(leaf, 'X_FRAME_OPTIONS', 'DENY', (v) => is(v, 'DENY')))),
    W020: not(judge(leaf, 'ALLOWED_HOSTS', false, isNonEmptyList)),
    W021: both(hsts, not(isTrue('SECURE_HSTS_PRELOAD', false))),
    W022: both(
      secured,
      judge(leaf, 'SECURE_REFERRER_POLICY', 'same-origin', (v) => is(v, null)),
    ),
  };
  return Object.fromEntries(Object.entries(complaints).map(([id, judged]) => [`security.${id}`, verdictOf(judged)]));
}

/** `value is expected`; undefined when the value cannot be seen. */
function is(value: Value, expected: string | boolean | null): boolean | undefined {
  if (value.kind === 'constant') return value.value === expected;
  if (value.kind === 'environment') {
    // The text of a variable is never `True`, only its fallback can be.
    const isText = value.cast === 'string' && typeof expected !== 'string';
    return isText && (value.fallback === undefined || is(value.fallback, expected) === false) ? false : undefined;
  }
  return value.kind === 'unknown' || value.kind === 'call' ? undefined : false;
}

/** Splitting any text gives at least one part, `['']` for an empty one. */
function isNonEmptyList(value: Value): boolean | undefined {
  return value.kind === 'environment' && value.cast === 'split' ? true : truth(value);
}

/** `security.W009`: shorter than 50, fewer than 5 distinct characters, or with the prefix of `startproject`. */
function isWeakKey(value: Value): boolean | undefined {
  if (value.kind === 'secret') return value.length < 50 || value.distinct < 5 || value.insecurePrefix;
  if (value.kind === 'constant') return true;
  return undefined;
}

/** Judges a setting; `byDefault` is what Django has where nothing is assigned. */
function judge(
  leaf: SettingsLeaf,
  name: string,
  byDefault: string | boolean,
  test: (value: Value) => boolean | undefined,
): Judgement {
  const debug = leaf.get('DEBUG')?.value;
  // Where a variable decides DEBUG, the paths of both answers count.
  const setting = debug !== undefined && truth(debug) === undefined ? leaf.get(name) : effective(leaf, name);
  const absent = certain(test({ kind: 'constant', value: byDefault, at: startOf(leaf) }) === true);
  if (setting === undefined) return leaf.open ? unknownJudgement : absent;
  const judged = judgeValue(setting.value, (value) => (value.kind === 'absent' ? absent.canHold : test(value)));
  if (setting.overridable) return unknownJudgement;
  if (!(judged.canHold && judged.canFail) || debug === undefined || setting.value.kind !== 'union') return judged;
  const onDebug = setting.value.variants.some(({ guard }) => guard.debug !== undefined);
  return onDebug ? { ...judged, variables: [...new Set([...judged.variables, ...variablesOf(debug)])].sort() } : judged;
}

const unknownJudgement: Judgement = { canHold: true, canFail: true, isUnknown: true, variables: [] };

function startOf(leaf: SettingsLeaf): Value['at'] {
  return { file: leaf.file, span: { start: 0, end: 0 } };
}

/** The class itself in MIDDLEWARE, as Django's checks look for it: a subclass does not count. */
function hasMiddleware(leaf: SettingsLeaf, path: string): Judgement {
  const stacks = middlewareStacks(leaf);
  if (stacks.length === 0)
    return leaf.get('MIDDLEWARE') === undefined && !leaf.open ? certain(false) : unknownJudgement;
  const answers = stacks.map(({ entries, complete }) => {
    const found = entries.find((entry) => entry.path === path);
    if (found !== undefined) return found.optional ? undefined : true;
    return complete ? false : undefined;
  });
  return agreed(answers);
}

function hasApp(leaf: SettingsLeaf, name: string): Judgement {
  const setting = effective(leaf, 'INSTALLED_APPS');
  if (setting === undefined) return leaf.open ? unknownJudgement : certain(false);
  return judgeValue(setting.value, (value) => {
    if (value.kind !== 'sequence') return undefined;
    const texts = value.elements.map((element) => ({ element, text: textOf(element.value) }));
    const found = texts.find(({ text }) => text === name || text?.startsWith(`${name}.apps.`) === true);
    if (found !== undefined) return found.element.guard === undefined ? true : undefined;
    return setting.overridable || texts.some(({ element, text }) => element.many || text === undefined)
      ? undefined
      : false;
  });
}

function textOf(value: Value): string | undefined {
  return value.kind === 'constant' && typeof value.value === 'string' ? value.value : undefined;
}

function agreed(answers: readonly (boolean | undefined)[]): Judgement {
  const [first] = answers;
  return first !== undefined && answers.every((answer) => answer === first) ? certain(first) : unknownJudgement;
}
