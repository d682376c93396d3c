// Classes whose fields are read from environment variables: pydantic-settings and goodconf.
// Must not run validators: a field with one is a read that is not known further. Look next at class-values.ts.
import type { AnnAssign, ClassDef, Expr, Stmt } from '../../../syntax/python/nodes.ts';
import { dottedName } from '../../../syntax/python/walk.ts';
import type { Location } from '../../../text/location.ts';
import { strictBoolean } from '../evaluate/casts.ts';
import { argumentExpr } from '../evaluate/evaluate-call.ts';
import { valueFor } from '../evaluate/evaluate-expression.ts';
import type { ClassValue, InstanceValue, Internal } from '../evaluate/internal-values.ts';
import type { Scope } from '../evaluate/scope.ts';
import { type Cast, textValue, unknown, type Value } from '../values.ts';
import { ancestorsOf, findMember, isEnvironmentClass } from './class-members.ts';

/** What reading a field of an object gives; undefined when it has no such field. */
export function environmentField(
  object: InstanceValue,
  name: string,
  scope: Scope,
  at: Location,
): Internal | undefined {
  if (!isEnvironmentClass(object.of)) return undefined;
  const given = object.given.get(name);
  if (given !== undefined) return given;
  for (const one of ancestorsOf(object.of)) {
    if (one === undefined) return unknown(at);
    const field = one.node.body.find((statement) => isField(statement, name));
    if (field?.kind === 'AnnAssign') return readField(object, one, field, name, scope, at);
    if (one.own.slots.has(name)) return undefined;
  }
  return undefined;
}

function isField(statement: Stmt, name: string): statement is AnnAssign {
  return statement.kind === 'AnnAssign' && statement.target.kind === 'Name' && statement.target.id === name;
}

function readField(
  object: InstanceValue,
  owner: ClassValue,
  field: AnnAssign,
  name: string,
  scope: Scope,
  at: Location,
): Internal {
  const inside = bodyOf(owner, scope);
  const nested = nestedIn(field.annotation, inside);
  if (nested !== undefined) return field.value === null ? unknown(at) : nested;
  const declared = declaredIn(field.value, inside, at);
  const prefix = prefixOf(object, scope);
  if (prefix === undefined || declared === undefined) return unknown(at);
  const variable = declared.alias ?? `${prefix}${name}`.toUpperCase();
  const isValidated = ancestorsOf(object.of).some((one) => one === undefined || validates(one.node, name));
  const cast: Cast = isValidated ? 'unknown' : castOf(field.annotation);
  const fallback =
    declared.fallback === undefined || !isValidated ? converted(declared.fallback, cast, at) : unknown(at);
  return { kind: 'environment', variable, cast, fallback, at };
}

/** Where expressions in the body of a class are evaluated once it is there. */
function bodyOf(owner: ClassValue, scope: Scope): Scope {
  const module = scope.loader.load(owner.file) ?? owner.own;
  const within = { module, owner, receiver: undefined, isFunction: false };
  return { ...scope, file: owner.file, names: owner.own, locals: new Map(), within };
}

/** An object of the class that a field is annotated with, such as `database: DatabaseSettings = DatabaseSettings()`. */
function nestedIn(annotation: Expr, scope: Scope): Internal | undefined {
  if (annotation.kind !== 'Name') return undefined;
  const value = scope.names.slots.get(annotation.id)?.value ?? scope.within?.module.slots.get(annotation.id)?.value;
  if (value?.kind !== 'class' || !isEnvironmentClass(value)) return undefined;
  return { kind: 'instance', of: value, given: new Map(), at: value.at };
}

interface Declared {
  readonly fallback: Value | undefined;
  readonly alias: string | undefined;
}

/** The default and the name of its own that a field is given; undefined when they are not known. */
function declaredIn(value: Expr | null, scope: Scope, at: Location): Declared | undefined {
  if (value === null) return { fallback: undefined, alias: undefined };
  const isCall = value.kind === 'Call' && /(^|\.)Field$/.test(dottedName(value.func) ?? '');
  if (!isCall) return { fallback: valueFor(value, scope), alias: undefined };
  if (value.keywords.some((one) => one.arg === null)) return undefined;
  const aliasExpr = ['validation_alias', 'env', 'alias'].flatMap((arg) => {
    const given = value.keywords.find((one) => one.arg === arg);
    return given === undefined ? [] : [given.value];
  })[0];
  const alias = aliasExpr === undefined ? undefined : textValue(valueFor(aliasExpr, scope));
  if (aliasExpr !== undefined && alias === undefined) return undefined;
  const fallback = argumentExpr(value, 0, 'default');
  if (value.keywords.some((one) => one.arg === 'default_factory' || one.arg === 'initial'))
    return { fallback: unknown(at), alias: alias?.toUpperCase() };
  const isRequired = fallback === undefined || fallback.kind === 'Ellipsis';
  return { fallback: isRequired ? undefined : valueFor(fallback, scope), alias: alias?.toUpperCase() };
}

/** What is put before the names of variables; undefined when that is not known. */
function prefixOf(object: InstanceValue, scope: Scope): string | undefined {
  const given = object.given.get('_env_prefix');
  if (given !== undefined) return given.kind === 'constant' ? textValue(given) : undefined;
  for (const one of ancestorsOf(object.of)) {
    if (one === undefined) return undefined;
    const prefix = configuredIn(one, 'env_prefix', scope);
    if (prefix !== undefined) return prefix === null ? undefined : textValue(prefix);
  }
  return '';
}

/** An option in `model_config = SettingsConfigDict(…)`, a dict there, or `class Config`; null when it cannot be read. */
function configuredIn(one: ClassValue, option: string, scope: Scope): Value | null | undefined {
  const inner = one.own.slots.get('Config')?.value;
  if (inner?.kind === 'class') {
    const found = findMember(inner, option);
    if (found.kind === 'member') return found.slot.value.kind === 'constant' ? found.slot.value : null;
  }
  const inside = bodyOf(one, scope);
  for (const statement of one.node.body) {
    const [target] = statement.kind === 'Assign' ? statement.targets : [];
    const isConfig = target?.kind === 'Name' && target.id === 'model_config';
    if (statement.kind !== 'Assign' || !isConfig) continue;
    const { value } = statement;
    if (value.kind === 'Call') {
      if (value.keywords.some((given) => given.arg === null)) return null;
      const given = value.keywords.find((keyword) => keyword.arg === option);
      return given === undefined ? undefined : valueFor(given.value, inside);
    }
    const dict = valueFor(value, inside);
    if (dict.kind !== 'dict' || dict.open) return null;
    return dict.entries.find((entry) => entry.key === option)?.value;
  }
  return undefined;
}

/** True when a validator of the class may change the field. */
function validates(node: ClassDef, field: string): boolean {
  return node.body.some(
    (statement) =>
      statement.kind === 'FunctionDef' &&
      statement.decorators.some((decorator) => {
        const name =
          dottedName(decorator.kind === 'Call' ? decorator.func : decorator)
            ?.split('.')
            .at(-1) ?? '';
        if (name === 'model_validator' || name === 'root_validator') return true;
        if (name !== 'field_validator' && name !== 'validator') return false;
        const fields = decorator.kind === 'Call' ? decorator.args : [];
        return fields.some((one) => one.kind !== 'Str' || one.value === field || one.value === '*');
      }),
  );
}

const types: { readonly [name: string]: Cast } = {
  bool: 'boolean',
  StrictBool: 'boolean',
  int: 'integer',
  PositiveInt: 'integer',
  NonNegativeInt: 'integer',
  float: 'number',
  str: 'string',
  SecretStr: 'string',
  Path: 'string',
  EmailStr: 'string',
  HttpUrl: 'string',
  AnyUrl: 'string',
  AnyHttpUrl: 'string',
  PostgresDsn: 'string',
  RedisDsn: 'string',
  list: 'json',
  List: 'json',
  set: 'json',
  Set: 'json',
  tuple: 'json',
  Tuple: 'json',
  dict: 'json',
  Dict: 'json',
};

/** How the text of a variable becomes a field of that type: `bool`, `Optional[str]`, `int | None`, `list[str]`. */
function castOf(annotation: Expr): Cast {
  if (annotation.kind === 'BinOp' && annotation.op === 'BitOr') {
    const parts = [annotation.left, annotation.right].filter((one) => one.kind !== 'NoneLit');
    const [only] = parts;
    return parts.length === 1 && only !== undefined ? castOf(only) : 'unknown';
  }
  const outer = annotation.kind === 'Subscript' ? annotation.value : annotation;
  const name = dottedName(outer)?.split('.').at(-1) ?? '';
  if (annotation.kind === 'Subscript' && name === 'Optional') return castOf(annotation.slice);
  return Object.hasOwn(types, name) ? (types[name] ?? 'unknown') : 'unknown';
}

/** Defaults are validated too: a text is read as the type says. */
function converted(fallback: Value | undefined, cast: Cast, at: Location): Value | undefined {
  if (fallback === undefined) return undefined;
  return cast === 'boolean' && textValue(fallback) !== undefined ? strictBoolean(fallback, at) : fallback;
}
