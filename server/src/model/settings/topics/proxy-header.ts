import type { Location } from '../../../text/location.ts';
import { isWhole, settled } from '../outcome.ts';
import type { SettingsLeaf } from '../settings-model.ts';

/** A text with its place. */
export interface WrittenText {
  readonly text: string;
  readonly at: Location;
}

/** SECURE_PROXY_SSL_HEADER as a module writes it, whatever it is. */
export interface ProxySslHeader {
  readonly at: Location;
  /** The key of `request.META` and what it has to be; both undefined where no pair of texts is written. */
  readonly name: WrittenText | undefined;
  readonly secure: WrittenText | undefined;
  /** How many values there are; undefined for what is no list of values. */
  readonly count: number | undefined;
  /** The constant in place of a pair, as `True`. */
  readonly constant: string | number | boolean | undefined;
}

/** What a module makes of SECURE_PROXY_SSL_HEADER; undefined when it is not set, or not seen. */
export function proxySslHeader(leaf: SettingsLeaf): ProxySslHeader | undefined {
  const found = settled(leaf, 'SECURE_PROXY_SSL_HEADER');
  if (found === undefined || found.read !== undefined) return undefined;
  const { value, at } = found;
  const none = { at, name: undefined, secure: undefined, count: undefined, constant: undefined };
  if (value.kind === 'constant') {
    const constant = value.value;
    return constant === null || constant === false || constant === '' || constant === 0
      ? undefined
      : { ...none, constant };
  }
  if (value.kind !== 'sequence' || value.elements.length === 0 || !isWhole(value)) return undefined;
  const texts = value.elements.flatMap(({ value: one, at: place }): WrittenText[] =>
    one.kind === 'constant' && typeof one.value === 'string' ? [{ text: one.value, at: place }] : [],
  );
  const [name, secure] = texts;
  const count = value.elements.length;
  return texts.length === 2 && count === 2 ? { ...none, name, secure, count } : { ...none, count };
}
