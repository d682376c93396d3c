import type { EffectiveSetting } from '../model/settings/effective-settings.ts';
import type { Value } from '../model/settings/values.ts';
import { printable } from './printable.ts';

/** A default as the reference has it. */
type DefaultValue = Exclude<EffectiveSetting['byDefault'], undefined>;

/** What stands for a secret, whatever its length. */
const secretMark = '********';

/** A value as Python would write it; variables, secrets and what is not known stand in angle brackets. */
export function inPython(value: Value): string {
  switch (value.kind) {
    case 'constant':
      return literal(value.value);
    case 'secret':
      return secretMark;
    case 'bytes':
      return '<bytes>';
    case 'path':
      return `<path ${printable(value.path === '' ? '.' : value.path)}>`;
    case 'environment':
      return environmentRead(value);
    case 'sequence':
      return sequence(value);
    case 'dict': {
      const entries = value.entries.map(
        (entry) => `${literal(entry.key)}: ${optional(inPython(entry.value), entry.guard)}`,
      );
      return `{${[...entries, ...(value.open ? ['…'] : [])].join(', ')}}`;
    }
    case 'union':
      return value.variants.map((variant) => `${inPython(variant.value)}${condition(variant.guard)}`).join(' | ');
    case 'call':
      return value.callee === undefined ? '<computed>' : `<${printable(value.callee)}()>`;
    case 'symbol':
      return printable(value.path);
    case 'absent':
      return '<not set>';
    case 'unknown':
      return value.variables.length === 0 ? '<unknown>' : `<from ${value.variables.map(printable).join(', ')}>`;
  }
}

/** A default of Django as Python would write it. */
export function defaultInPython(value: DefaultValue): string {
  if (value === null || typeof value !== 'object') return literal(value);
  if (Array.isArray(value)) return `[${value.map((one: DefaultValue) => defaultInPython(one)).join(', ')}]`;
  const entries = Object.entries(value);
  const [first] = entries;
  if (first?.[0] === '$repr' && typeof first[1] === 'string') return printable(first[1]);
  if (first?.[0] === '$tuple') return defaultInPython(first[1]).replace(/^\[/, '(').replace(/\]$/, ')');
  return `{${entries.map(([key, one]) => `${literal(key)}: ${defaultInPython(one)}`).join(', ')}}`;
}

function literal(value: string | number | boolean | null): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'number') return String(value);
  const text = printable(value).replaceAll('\\', '\\\\');
  // As Python's `repr`: double quotes where they save escapes.
  return text.includes("'") && !text.includes('"') ? `"${text}"` : `'${text.replaceAll("'", "\\'")}'`;
}

function environmentRead({ variable, cast, fallback }: Extract<Value, { kind: 'environment' }>): string {
  const name = variable === undefined ? '<variable' : `<${printable(variable)}`;
  const as = cast === 'string' || cast === 'unknown' ? '' : `: ${cast}`;
  return `${name}${as}${fallback === undefined ? ', required' : `, default ${inPython(fallback)}`}>`;
}

function sequence({ bracket, elements }: Extract<Value, { kind: 'sequence' }>): string {
  const items = elements.map((element) => (element.many ? '…' : optional(inPython(element.value), element.guard)));
  if (bracket === 'list') return `[${items.join(', ')}]`;
  if (bracket === 'set') return items.length === 0 ? 'set()' : `{${items.join(', ')}}`;
  return items.length === 1 ? `(${items[0]},)` : `(${items.join(', ')})`;
}

type Guard = Extract<Value, { kind: 'union' }>['variants'][number]['guard'];

function optional(text: string, guard: Guard | undefined): string {
  return guard === undefined ? text : `${text}${condition(guard) || ' (on some paths)'}`;
}

function condition({ debug, variables }: Guard): string {
  const parts = [
    ...(debug === undefined ? [] : [debug ? 'DEBUG' : 'not DEBUG']),
    ...(variables.length === 0 ? [] : [`by ${variables.map(printable).join(', ')}`]),
  ];
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}
