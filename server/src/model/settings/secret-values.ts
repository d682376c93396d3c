import { secretOf } from './secret-text.ts';
import { providerOf } from './topics/provider-keys.ts';
import { type DictValue, type EnvironmentValue, textValue, type Value } from './values.ts';

const secretName =
  /SECRET|PASSWORD|PASSWD|PASSPHRASE|TOKEN|API_?KEY|PRIVATE_?KEY|ACCESS_?KEY|SIGNING_?KEY|ENCRYPTION_?KEY|CREDENTIAL|SALT|DSN/i;
const harmlessName =
  /^(PASSWORD_HASHERS|AUTH_PASSWORD_VALIDATORS|SECRET_KEY_FILE)$|_(NAME|URL|PATH|FILE|HEADER|PREFIX|CLASS|CLASSES|BACKEND|ALGORITHM)$/i;
/** `scheme://user:password@host`; linear: no part can match what another one does. */
const urlPassword = /:\/\/[^/\s:@]*:[^/\s@]+@/;
/** True when the constant text of a setting or dict key of that name is nobody's to see. */
export function holdsSecret(name: string): boolean {
  return secretName.test(name) && !harmlessName.test(name);
}

/** The value without any text that may be a secret: below secret names, in URLs with a password, and keys of known services. */
export function masked(name: string, value: Value): Value {
  return mask(value, holdsSecret(name), undefined);
}

/** The values that are an address with a password, or fall back to one. */
export function passwordsIn(values: readonly Value[]): readonly Value[] {
  return values.filter((one) => {
    const text = textValue(one.kind === 'environment' && one.fallback !== undefined ? one.fallback : one);
    return text !== undefined && urlPassword.test(text);
  });
}

function maskRead(value: EnvironmentValue, secret: boolean, user: string | undefined): EnvironmentValue {
  const { fallback, read, steps } = value;
  return {
    ...value,
    fallback: fallback && mask(fallback, secret, user),
    ...(read && { read: { ...read, fallback: read.fallback && mask(read.fallback, secret, user) } }),
    ...(steps && {
      steps: steps.map((step) => ({ ...step, operand: step.operand && mask(step.operand, secret, user) })),
    }),
  };
}

function mask(value: Value, secret: boolean, user: string | undefined): Value {
  switch (value.kind) {
    case 'constant':
      if (typeof value.value !== 'string') return value;
      return secret || urlPassword.test(value.value) || providerOf(value.value) !== undefined
        ? secretOf(value.value, value.at, user)
        : value;
    case 'environment':
      return maskRead(value, secret, user);
    case 'call':
      return value.given === undefined ? value : { ...value, given: value.given.map((one) => mask(one, true, user)) };
    case 'sequence':
      return {
        ...value,
        elements: value.elements.map((element) => ({ ...element, value: mask(element.value, secret, user) })),
      };
    case 'dict':
      return {
        ...value,
        entries: value.entries.map((entry) => ({
          ...entry,
          value: mask(entry.value, secret || (typeof entry.key === 'string' && holdsSecret(entry.key)), userIn(value)),
        })),
      };
    case 'union':
      return {
        ...value,
        variants: value.variants.map((variant) => ({ ...variant, value: mask(variant.value, secret, user) })),
      };
    default:
      return value;
  }
}

/** The user name that stands beside a password; the fallback where a variable gives it. */
function userIn(dict: DictValue): string | undefined {
  const found = dict.entries.find(({ key }) => typeof key === 'string' && /^user(_?name)?$/i.test(key))?.value;
  if (found === undefined) return undefined;
  return textValue(found.kind === 'environment' && found.fallback !== undefined ? found.fallback : found);
}
