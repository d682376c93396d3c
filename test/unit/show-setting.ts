import type { Guard, Value } from '../../server/src/model/settings/values.ts';

/** A value in one line: `[a, b?, *…]` for lists, `a | b` for variants, `env(NAME:cast=fallback)`. */
export function show(value: Value | undefined): string {
  if (value === undefined) return 'none';
  switch (value.kind) {
    case 'constant':
      return JSON.stringify(value.value);
    case 'secret':
      return `secret(${value.length})`;
    case 'environment': {
      const fallback = value.fallback === undefined ? '!' : `=${show(value.fallback)}`;
      return `env(${value.variable}:${value.cast}${fallback})`;
    }
    case 'sequence':
      return `${value.bracket}[${value.elements
        .map((one) => `${one.many ? '*' : ''}${show(one.value)}${mark(one.guard)}`)
        .join(', ')}]`;
    case 'dict':
      return `{${value.entries.map((one) => `${one.key}: ${show(one.value)}${mark(one.guard)}`).join(', ')}${value.open ? ', …' : ''}}`;
    case 'path':
      return `path(${value.path})`;
    case 'union':
      return value.variants.map((one) => `${show(one.value)}${mark(one.guard)}`).join(' | ');
    case 'call':
      return `call(${value.callee})`;
    case 'symbol':
      return `symbol(${value.path})`;
    default:
      return value.kind;
  }
}

function mark(guard: Guard | undefined): string {
  if (guard === undefined) return '';
  const debug = guard.debug === undefined ? '' : guard.debug ? ' if DEBUG' : ' if not DEBUG';
  return `${debug}${guard.unseen ? '?' : ''}`;
}
