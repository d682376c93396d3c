import type { Call } from '../../../syntax/python/nodes.ts';
import type { Location } from '../../../text/location.ts';
import { superOf } from '../classes/class-values.ts';
import { truth } from '../truth.ts';
import {
  constant,
  type DictEntry,
  type DictValue,
  orUnknown,
  textValue,
  unknown,
  type Value,
  variablesOf,
  withStep,
} from '../values.ts';
import { applyCallable } from './apply-callable.ts';
import { castBySymbol } from './casts.ts';
import { argument, argumentExpr } from './evaluate-call.ts';
import { evaluate, valueFor } from './evaluate-expression.ts';
import { type Internal, toValue } from './internal-values.ts';
import { mergeDicts } from './operators.ts';
import { force } from './read-name.ts';
import type { Scope } from './scope.ts';

const builtins = new Set(
  (
    'int float bool str list tuple set frozenset dict sorted filter map len any all max min abs round sum range open zip enumerate ' +
    'print exit quit globals locals vars exec eval getattr setattr hasattr isinstance type super format repr reversed next iter ' +
    'object bytes callable __import__ Exception ImportError KeyError ValueError TypeError RuntimeError SystemExit'
  ).split(' '),
);

/** True for a name that Python itself binds. */
export function isBuiltin(name: string): boolean {
  return builtins.has(name);
}

/** A call of one of Python's own functions; undefined for one that is not known further. */
export function callBuiltin(name: string, call: Call, scope: Scope, at: Location): Internal | undefined {
  switch (name) {
    case 'dict':
      return toDict(call, scope, at);
    case 'filter':
      return filtered(call, scope, at);
    case 'map':
      return mapped(call, scope, at);
    case 'super':
      return superOf(call, scope, at);
    case 'getattr':
      return attributeOf(call, scope, at);
    case 'isinstance':
      return isInstance(call, scope, at);
    case 'type':
      return typeOf(argument(call, 0, '', scope), at);
    default:
  }
  const first = argument(call, 0, '', scope);
  if (first === undefined) return emptyOf(name, at);
  if (name === 'len')
    return first.kind === 'constant' && typeof first.value === 'string'
      ? constant([...first.value].length, at)
      : lengthOf(first, at);
  if (name === 'any' || name === 'all') return quantified(first, name === 'any', at);
  // `sorted(…, key=…)`, `int(text, 16)`
  if (call.args.length > 1 || call.keywords.length > 0) return unknown(at, variablesOf(first));
  return castBySymbol(`builtins.${name}`, first, at);
}

function emptyOf(name: string, at: Location): Value | undefined {
  const empties: { readonly [name: string]: string | number | boolean } = { int: 0, float: 0, bool: false, str: '' };
  if (Object.hasOwn(empties, name)) return constant(empties[name] ?? '', at);
  if (name === 'list' || name === 'tuple' || name === 'set')
    return { kind: 'sequence', bracket: name, elements: [], at };
  return undefined;
}

function lengthOf(value: Value, at: Location): Value {
  const isFixed = value.kind === 'sequence' && value.elements.every((one) => !one.many && one.guard === undefined);
  return isFixed ? constant(value.elements.length, at) : unknown(at, variablesOf(value));
}

function quantified(value: Value, isAny: boolean, at: Location): Value {
  if (value.kind !== 'sequence') return unknown(at, variablesOf(value));
  const answers = value.elements.map((one) => (one.many || one.guard !== undefined ? undefined : truth(one.value)));
  if (answers.includes(isAny)) return constant(isAny, at);
  return answers.includes(undefined) ? unknown(at, variablesOf(value)) : constant(!isAny, at);
}

function toDict(call: Call, scope: Scope, at: Location): Value {
  const first = argument(call, 0, '', scope);
  const empty: DictValue = { kind: 'dict', entries: [], open: false, at };
  const result = first === undefined ? empty : mergeDicts(empty, first, at);
  return mergeKeywords(result, call, scope, at);
}

/** The dict with the keyword arguments of a call laid over it: `dict(a=1, **b)`, `x.update(a=1)`. */
export function mergeKeywords(base: DictValue, call: Call, scope: Scope, at: Location): DictValue {
  const entries: DictEntry[] = [];
  let result = base;
  for (const { arg, value, argStart } of call.keywords) {
    if (arg === null) result = mergeDicts(result, valueFor(value, scope), at);
    else {
      const keyAt = { file: scope.file, span: { start: argStart, end: argStart + arg.length } };
      entries.push({ key: arg, keyAt, value: valueFor(value, scope), guard: undefined });
    }
  }
  return mergeDicts(result, { kind: 'dict', entries, open: false, at }, at);
}

/** `filter(None, …)` and `filter(bool, …)` drop what is empty. */
function filtered(call: Call, scope: Scope, at: Location): Value {
  const value = argument(call, 1, '', scope);
  if (value?.kind === 'environment' && value.cast === 'split') {
    const fallback = value.fallback?.kind === 'sequence' ? withoutEmpty(value.fallback) : value.fallback;
    return { ...withStep(value, 'filter'), cast: 'list', fallback, at };
  }
  const test = argumentExpr(call, 0, '');
  const isPlain = test?.kind === 'NoneLit' || (test?.kind === 'Name' && test.id === 'bool');
  if (value?.kind === 'sequence' && isPlain) return withoutEmpty({ ...value, bracket: 'list', at });
  return unknown(at, value === undefined ? [] : variablesOf(value));
}

function withoutEmpty(list: Extract<Value, { kind: 'sequence' }>): Value {
  return { ...list, elements: list.elements.filter((one) => one.many || truth(one.value) !== false) };
}

/** `map(f, …)` */
function mapped(call: Call, scope: Scope, at: Location): Value {
  const value = argument(call, 1, '', scope);
  // Whatever is called for each part may strip it.
  if (value?.kind === 'environment' && (value.cast === 'split' || value.cast === 'list'))
    return { ...withStep(value, 'strip'), at };
  const mapping = argumentExpr(call, 0, '');
  if (value?.kind !== 'sequence' || mapping === undefined)
    return unknown(at, value === undefined ? [] : variablesOf(value));
  const callee = evaluate(mapping, scope);
  const elements = value.elements.map((one) => ({
    ...one,
    value: one.many ? unknown(one.at) : (applyCallable(callee, one.value, scope, one.at) ?? unknown(one.at)),
  }));
  return { ...value, bracket: 'list', elements, at };
}

/** `getattr(configuration, 'NAME', default)`: the default, or what a module that nobody here can see has. */
function attributeOf(call: Call, scope: Scope, at: Location): Internal {
  const [base, name] = [argumentExpr(call, 0, ''), argument(call, 1, '', scope)];
  const key = name === undefined ? undefined : textValue(name);
  const given = argument(call, 2, '', scope);
  const owner = base === undefined ? undefined : evaluate(base, scope);
  if (owner?.kind === 'module' && key !== undefined) {
    const names = scope.loader.load(owner.file);
    if (names?.slots.has(key) === true) return force({ kind: 'lazy', file: owner.file, name: key, at }, scope);
    if (names?.open === false && given !== undefined) return given;
  }
  return given === undefined ? unknown(at) : orUnknown(given, at);
}

/** `isinstance(x, bool)` of a constant. */
function isInstance(call: Call, scope: Scope, at: Location): Value {
  const value = argument(call, 0, '', scope);
  const asked = argumentExpr(call, 1, '');
  if (value === undefined || asked === undefined) return unknown(at);
  const own = typeName(value);
  const names = (asked.kind === 'Tuple' ? asked.elts : [asked]).map((one) => {
    const type = toValue(evaluate(one, scope));
    return type.kind === 'symbol' && type.path.startsWith('builtins.')
      ? type.path.slice('builtins.'.length)
      : undefined;
  });
  if (own === undefined || names.includes(undefined)) return unknown(at, variablesOf(value));
  return constant(names.includes(own) || (own === 'bool' && names.includes('int')), at);
}

function typeOf(value: Value | undefined, at: Location): Value {
  const name = value === undefined ? undefined : typeName(value);
  return name === undefined ? unknown(at) : { kind: 'symbol', path: `builtins.${name}`, at };
}

/** The name of a value's Python type, where it is certain. */
export function typeName(value: Value): string | undefined {
  if (value.kind === 'sequence') return value.bracket;
  if (value.kind === 'dict') return 'dict';
  if (value.kind === 'environment')
    return value.cast === 'string' && (value.fallback === undefined || typeName(value.fallback) === 'str')
      ? 'str'
      : undefined;
  if (value.kind !== 'constant') return undefined;
  if (value.value === null) return 'NoneType';
  if (typeof value.value === 'boolean') return 'bool';
  // Floats and integers are not told apart.
  return typeof value.value === 'string' ? 'str' : Number.isInteger(value.value) ? 'int' : 'float';
}
