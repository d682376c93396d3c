import type { Location } from '../../../text/location.ts';
import { effective } from '../effective.ts';
import { certainElements } from '../outcome.ts';
import type { SettingsLeaf } from '../settings-model.ts';
import { textValue } from '../values.ts';

/** Where a list has a text that it certainly holds; undefined when it does not. */
export function elementOf(leaf: SettingsLeaf, name: string, text: string | RegExp): Location | undefined {
  const fits = (one: string | undefined): boolean =>
    one !== undefined && (typeof text === 'string' ? one === text : text.test(one));
  return certainElements(effective(leaf, name)?.value).find(({ value }) => fits(textValue(value)))?.at;
}

/** Where the last text is written that a list certainly holds. */
export function lastElement(leaf: SettingsLeaf, name: string): Location | undefined {
  return certainElements(effective(leaf, name)?.value).at(-1)?.at;
}
