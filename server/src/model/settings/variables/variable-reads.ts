// Which environment variables a module reads while it is evaluated, and where: also those that no setting keeps.
// Must not evaluate. Look next at effective-settings.ts (who shows them).
import type { Expr } from '../../../syntax/python/nodes.ts';
import type { Location } from '../../../text/location.ts';
import type { Internal } from '../evaluate/internal-values.ts';
import type { Scope } from '../evaluate/scope.ts';
import type { EnvironmentValue, Value } from '../values.ts';

/** One place where a module reads an environment variable. */
export interface VariableRead {
  readonly variable: string;
  /** What stands in while it is unset; undefined when nothing does, or only its being there is asked. */
  readonly fallback: Value | undefined;
  /** Reading it while it is unset stops the program. */
  readonly required: boolean;
  /** In a branch that may not be taken. */
  readonly conditional: boolean;
  readonly at: Location;
}

/** Notes what an expression read. A call around a read, as `int(os.environ['X'])` or a helper of the project, is its place. */
export function noteRead(expr: Expr, value: Internal, before: number, scope: Scope, at: Location): void {
  if (value.kind !== 'environment' || value.variable === undefined) return;
  if (expr.kind !== 'Call' && expr.kind !== 'Subscript' && expr.kind !== 'Compare') return;
  const { variable } = value;
  const reads = scope.loader.reads();
  let isNoted = false;
  for (let i = before; i < reads.length; i++) {
    const read = reads[i];
    if (read === undefined || read.variable !== variable) continue;
    // A helper may have a fallback for what it reads as required.
    const isRequired = read.required && value.fallback === undefined;
    reads[i] = { ...read, fallback: read.required ? value.fallback : read.fallback, required: isRequired, at };
    isNoted = true;
  }
  // A comparison of what was read elsewhere is no read.
  if (isNoted || (expr.kind === 'Compare' && !isMembership(expr))) return;
  // What was just tested to be there is not missing where it is read.
  const isTested = scope.names.known.has(variable);
  const fallback = expr.kind === 'Compare' ? undefined : value.fallback;
  const required = expr.kind !== 'Compare' && fallback === undefined && !isTested;
  reads.push({ variable, fallback, required, conditional: scope.isUncertain === true, at });
}

/** Notes the read of a URL, of which nothing but the settings it means is kept. */
export function noteUrl({ variable, fallback, at }: EnvironmentValue, scope: Scope): void {
  if (variable === undefined) return;
  const required = fallback === undefined && !scope.names.known.has(variable);
  scope.loader.reads().push({ variable, fallback, required, conditional: scope.isUncertain === true, at });
}

function isMembership({ ops }: Extract<Expr, { kind: 'Compare' }>): boolean {
  return ops[0] === 'In' || ops[0] === 'NotIn';
}
