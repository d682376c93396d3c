// Which values may be shown to people: every text that is or may be a secret is taken out, its length too.
// Stricter than secret-values.ts, which rules need to judge: here a harmless text may be hidden, a secret never shown.
import { looksSecret } from '../../text/secret-form.ts';
import { secretOf } from './secret-text.ts';
import { holdsSecret } from './secret-values.ts';
import type { DictEntry, SecretValue, Value } from './values.ts';

/** True for a name whose value nobody may see: of a setting, a key of a dict, or an environment variable. */
export function isSecretName(name: string): boolean {
  return holdsSecret(name) || /(^|[_-])(key|pass|pwd|pin|auth|authorization|cert|pem|cookie_?value|sas)$/i.test(name);
}

/**
 * The value with every text that may be a secret taken out.
 * @param hideTexts true where nothing says that a text may be seen.
 */
export function shown(name: string, value: Value, hideTexts = false): Value {
  return hide(value, hideTexts || isSecretName(name), isWhollySecret(name));
}

/** `DATABASE_PASSWORD` may be a number, `PASSWORD_RESET_TIMEOUT` is no secret. */
function isWhollySecret(name: string): boolean {
  return /(secret|password|passwd|pwd|pass|passphrase|token|key|pin)$/i.test(name);
}

/** What stands for a secret: nothing of it, not even its length. */
function nothing(at: Value['at']): SecretValue {
  return secretOf('', at, undefined);
}

function hide(value: Value, texts: boolean, numbers: boolean): Value {
  switch (value.kind) {
    case 'constant':
      return isHidden(value.value, texts, numbers) ? nothing(value.at) : value;
    case 'secret':
    case 'bytes':
      return nothing(value.at);
    case 'call':
      return value.given === undefined ? value : { ...value, given: [] };
    case 'path':
      return texts ? nothing(value.at) : value;
    case 'environment':
      return value.fallback === undefined ? value : { ...value, fallback: hide(value.fallback, texts, numbers) };
    case 'sequence':
      return {
        ...value,
        elements: value.elements.map((element) => ({ ...element, value: hide(element.value, texts, numbers) })),
      };
    case 'dict':
      // The keys of a dict of tokens are the tokens.
      if (texts && value.entries.some(({ key }) => isTextKey(key))) return nothing(value.at);
      return { ...value, entries: value.entries.map((entry) => hideEntry(entry, texts, numbers)) };
    case 'union':
      return {
        ...value,
        variants: value.variants.map((variant) => ({ ...variant, value: hide(variant.value, texts, numbers) })),
      };
    default:
      return value;
  }
}

function hideEntry(entry: DictEntry, texts: boolean, numbers: boolean): DictEntry {
  const isSecret = typeof entry.key === 'string' && isSecretName(entry.key);
  const key = typeof entry.key === 'string' && looksSecret(entry.key) ? '…' : entry.key;
  return {
    ...entry,
    key,
    value: hide(entry.value, texts || isSecret, numbers || (isSecret && isWhollySecret(String(entry.key)))),
  };
}

function isTextKey(key: DictEntry['key']): boolean {
  return typeof key === 'string' && !/^[A-Za-z_]{1,40}$/.test(key);
}

function isHidden(value: string | number | boolean | null, texts: boolean, numbers: boolean): boolean {
  if (typeof value === 'number') return numbers;
  return typeof value === 'string' && value !== '' && (texts || looksSecret(value));
}
