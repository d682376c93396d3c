import type { EnvironmentValue, SecretValue, Value } from './values.ts';

const secretName =
  /SECRET|PASSWORD|PASSWD|PASSPHRASE|TOKEN|API_?KEY|PRIVATE_?KEY|ACCESS_?KEY|SIGNING_?KEY|ENCRYPTION_?KEY|CREDENTIAL|SALT|DSN/i;
const harmlessName =
  /^(PASSWORD_HASHERS|AUTH_PASSWORD_VALIDATORS|SECRET_KEY_FILE)$|_(NAME|URL|PATH|FILE|HEADER|PREFIX|CLASS|CLASSES|BACKEND|ALGORITHM)$/i;
/** `scheme://user:password@host`; linear: no part can match what another one does. */
const urlPassword = /:\/\/[^/\s:@]*:[^/\s@]+@/;
const placeholders =
  /change-?_?me|replace-?_?(me|this)|your-?_?secret|insert-?_?your|placeholder|example|default-?_?secret|^secret(-?_?key)?$|xxxx|todo|not-?_?(so-?_?)?secret/i;

/** True when the constant text of a setting or dict key of that name is nobody's to see. */
export function holdsSecret(name: string): boolean {
  return secretName.test(name) && !harmlessName.test(name);
}

/** What may be known of a secret text. Length, distinct characters and prefix are those that Django's check `security.W009` judges. */
function secretOf(text: string, at: Value['at']): SecretValue {
  return {
    kind: 'secret',
    length: text.length,
    distinct: new Set(text).size,
    insecurePrefix: text.startsWith('django-insecure-'),
    placeholder: placeholders.test(text),
    at,
  };
}

/** The value without any text that may be a secret: below secret names and in URLs with a password. */
export function masked(name: string, value: Value): Value {
  return mask(value, holdsSecret(name));
}

function maskRead(value: EnvironmentValue, secret: boolean): EnvironmentValue {
  const { fallback, read, steps } = value;
  return {
    ...value,
    fallback: fallback && mask(fallback, secret),
    ...(read && { read: { ...read, fallback: read.fallback && mask(read.fallback, secret) } }),
    ...(steps && { steps: steps.map((step) => ({ ...step, operand: step.operand && mask(step.operand, secret) })) }),
  };
}

function mask(value: Value, secret: boolean): Value {
  switch (value.kind) {
    case 'constant':
      if (typeof value.value !== 'string') return value;
      return secret || urlPassword.test(value.value) ? secretOf(value.value, value.at) : value;
    case 'environment':
      return maskRead(value, secret);
    case 'sequence':
      return {
        ...value,
        elements: value.elements.map((element) => ({ ...element, value: mask(element.value, secret) })),
      };
    case 'dict':
      return {
        ...value,
        entries: value.entries.map((entry) => ({
          ...entry,
          value: mask(entry.value, secret || (typeof entry.key === 'string' && holdsSecret(entry.key))),
        })),
      };
    case 'union':
      return {
        ...value,
        variants: value.variants.map((variant) => ({ ...variant, value: mask(variant.value, secret) })),
      };
    default:
      return value;
  }
}
