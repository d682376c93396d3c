import type { MessageParts } from '../contract/finding.ts';
import { visibleText } from '../text/visible-text.ts';

/** Longest value of the user's that a message quotes, in UTF-16 units. */
const longestValue = 120;

/** Fills `{name}` placeholders; `modules` is a list made by `listNames`. Values are one line, bounded, and free of control characters: they are data of a stranger's repository. */
export function fillMessage(
  message: MessageParts,
  data: Readonly<Record<string, string | number>>,
  modules: string,
): MessageParts {
  const fill = (text: string): string =>
    text.replaceAll(/\{([a-zA-Z]+)\}/g, (placeholder, name: string) => {
      if (name === 'modules') return modules;
      const value = data[name];
      return value === undefined ? placeholder : visible(String(value));
    });
  return { what: fill(message.what), why: fill(message.why), help: fill(message.help) };
}

/** A text of the repository as one bounded line without control or invisible characters. */
export function visible(value: string): string {
  const plain = visibleText(value);
  return plain.length <= longestValue ? plain : `${plain.slice(0, longestValue)}…`;
}

/** `a`, `a and b`, `a, b and c`, `a, b and 3 more`: each name in backticks. */
export function listNames(names: readonly string[]): string {
  const quoted = names.map((name) => `\`${name}\``);
  if (quoted.length <= 1) return quoted.join('');
  if (quoted.length <= 3) return `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)}`;
  return `${quoted.slice(0, 2).join(', ')} and ${quoted.length - 2} more`;
}
