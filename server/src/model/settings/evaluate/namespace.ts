// The names of a module at one point of its evaluation, copied where paths part and joined where they meet.
// Must not look at syntax. Look next at evaluate-module.ts (who moves it along).

import {
  type Assignment,
  certainlySet,
  type Guard,
  type Mutation,
  unknown,
  type Value,
  variablesOf,
} from '../values.ts';
import { type Internal, isInternalOnly, toValue } from './internal-values.ts';
import { afterDebug, bothGuards, joinReads, type ReadArm } from './join-values.ts';

/** One name of a module. */
export interface Slot {
  readonly value: Internal;
  readonly assigned: Assignment | undefined;
  readonly mutations: readonly Mutation[];
  /** Code that cannot be seen may give it another value afterwards. */
  readonly overridable: boolean;
  /** So may a module of local settings that the repository lacks and that need not be there. */
  readonly overridableLocally: boolean;
  /** A guard compares it and stops the program: `if SECRET_KEY == 'x': raise …`. */
  readonly rejected: boolean;
}

/** What one `return` of a function gives, and on which path. */
export interface Returned {
  readonly value: Internal;
  readonly guard: Guard | undefined;
  readonly assigned: Assignment;
  /** What changed the returned value in place before that. */
  readonly mutations: readonly Mutation[];
}

/** `os.environ['X'] = value`, or (not `always`) `os.environ.setdefault('X', value)`. */
export interface OwnVariable {
  readonly value: Value;
  readonly always: boolean;
}

export class Namespace {
  slots = new Map<string, Slot>();
  /** A name that is not here may exist all the same. */
  open = false;
  /** So it may by a module of local settings that the repository lacks and that need not be there. */
  openLocally = false;
  /** This path ends here: it raised or returned. */
  dead = false;
  /** The truth of `DEBUG` that this path assumes. */
  debug: boolean | undefined = undefined;
  /** Environment variables that this path has tested to be set and not empty. */
  known: ReadonlySet<string> = new Set();
  /** Environment variables that a test looks at which stops the program. */
  guarded: ReadonlySet<string> = new Set();
  /** What the code itself did to environment variables: gave them a value or a default, or (null) took them away. */
  environment: ReadonlyMap<string, OwnVariable | null> = new Map();

  /** What the paths that have left the function gave back; one of them, when the path is dead, is this one. */
  returns: readonly Returned[] = [];

  copy(): Namespace {
    const copy = new Namespace();
    copy.slots = new Map(this.slots);
    copy.open = this.open;
    copy.openLocally = this.openLocally;
    copy.dead = this.dead;
    copy.debug = this.debug;
    copy.known = this.known;
    copy.guarded = this.guarded;
    copy.returns = this.returns;
    copy.environment = this.environment;
    return copy;
  }

  /** Takes over the content of another one. */
  become(other: Namespace): void {
    this.slots = other.slots;
    this.open = other.open;
    this.openLocally = other.openLocally;
    this.dead = other.dead;
    this.debug = other.debug;
    this.known = other.known;
    this.guarded = other.guarded;
    this.returns = other.returns;
    this.environment = other.environment;
  }

  /** Notes variables that this path has found to be set. Gives those that are new. */
  know(variables: readonly string[]): ReadonlySet<string> {
    const found = new Set(variables.filter((name) => !this.known.has(name)));
    if (found.size > 0) this.known = new Set([...this.known, ...found]);
    return found;
  }

  /** Takes the fallbacks from reads of variables that are now found to be set: `if not SECRET_KEY: raise …`. */
  settle(): void {
    for (const [name, slot] of this.known.size > 0 ? this.slots : []) {
      const { value } = slot;
      const isSet = value.kind === 'environment' && value.variable !== undefined && this.known.has(value.variable);
      if (isSet && value.fallback !== undefined) this.slots.set(name, { ...slot, value: certainlySet(value) });
    }
  }

  /** Gives a name a new value. */
  assign(name: string, value: Internal, assigned: Assignment | undefined): void {
    const before = this.slots.get(name);
    if (name === 'DEBUG') this.changeDebug(value);
    this.slots.set(name, {
      value,
      assigned,
      mutations: [],
      overridable: false,
      overridableLocally: false,
      rejected: before?.rejected === true && before.value === value,
    });
  }

  /** `DEBUG` is about to be given anew: what was made of the one before goes on following that one. */
  changeDebug(value: Internal): void {
    this.debug = undefined;
    const before = this.slots.get('DEBUG')?.value;
    if (before === undefined || before === value) return;
    const variables = variablesOf(toValue(before));
    for (const [name, slot] of this.slots) {
      if (isInternalOnly(slot.value)) continue;
      const settled = afterDebug(slot.value, variables);
      if (settled !== slot.value) this.slots.set(name, { ...slot, value: settled });
    }
  }

  /** Changes the value of a name in place. */
  mutate(name: string, value: Internal, mutation: Mutation): void {
    const slot = this.slots.get(name);
    if (slot === undefined) return;
    this.slots.set(name, { ...slot, value, mutations: [...slot.mutations, mutation] });
  }

  mark(name: string, flags: Partial<Pick<Slot, 'overridable' | 'overridableLocally' | 'rejected'>>): void {
    const slot = this.slots.get(name);
    if (slot !== undefined) this.slots.set(name, { ...slot, ...flags });
  }

  /** Something unseen may now add names and change every one that is here. */
  expose(): void {
    this.open = true;
    for (const name of this.slots.keys()) this.mark(name, { overridable: true });
  }

  /** The same by a module that the repository lacks and that need not be there: `try: from .local import *`. */
  exposeLocally(): void {
    this.openLocally = true;
    for (const name of this.slots.keys()) this.mark(name, { overridableLocally: true });
  }
}

/** One path to a meeting point. */
export interface Path {
  readonly names: Namespace;
  readonly guard: Guard;
  /** Variables that the test which parted the paths has found to be set on this one. */
  readonly found?: ReadonlySet<string> | undefined;
}

/** The names after two paths meet; a path that raised does not count. */
export function joinPaths(a: Path, b: Path, debug: boolean | undefined): Namespace {
  const returns = joinReturns(a, b);
  if (a.names.dead !== b.names.dead) {
    const alive = (a.names.dead ? b.names : a.names).copy();
    alive.returns = returns;
    // What the dead path tested stays true of the living one, but DEBUG is only assumed inside a branch.
    if (debug !== undefined) alive.debug = debug;
    alive.guarded = new Set([...a.names.guarded, ...b.names.guarded]);
    alive.settle();
    return alive;
  }
  const joined = new Namespace();
  joined.returns = returns;
  joined.dead = a.names.dead;
  joined.open = a.names.open || b.names.open;
  joined.openLocally = a.names.openLocally || b.names.openLocally;
  joined.debug = debug;
  joined.known = new Set([...a.names.known].filter((name) => b.names.known.has(name)));
  joined.guarded = new Set([...a.names.guarded, ...b.names.guarded]);
  joined.environment = joinEnvironments(a.names.environment, b.names.environment);
  for (const [name, slot] of a.names.slots) {
    const other = b.names.slots.get(name);
    joined.slots.set(name, other === slot ? slot : joinSlots(slot, a, other, b));
  }
  for (const [name, slot] of b.names.slots)
    if (!a.names.slots.has(name)) joined.slots.set(name, joinSlots(undefined, a, slot, b));
  return joined;
}

function joinReturns(a: Path, b: Path): readonly Returned[] {
  if (a.names.returns === b.names.returns) return a.names.returns;
  const shared = a.names.returns.filter((one) => b.names.returns.includes(one));
  const ofPath = ({ names, guard }: Path): readonly Returned[] =>
    names.returns
      .filter((one) => !shared.includes(one))
      .map((one) => ({ ...one, guard: bothGuards(one.guard, guard) }));
  return [...shared, ...ofPath(a), ...ofPath(b)];
}

function joinEnvironments(a: Namespace['environment'], b: Namespace['environment']): Namespace['environment'] {
  return a === b ? a : new Map([...a].filter(([name, own]) => b.get(name) === own));
}

function joinSlots(a: Slot | undefined, pathA: Path, b: Slot | undefined, pathB: Path): Slot {
  const some = (b ?? a) as Slot;
  const value = joinInternals(a, pathA, b, pathB);
  const isReadOfA = value.kind === 'environment' && a?.value.kind === 'environment' && b?.value.kind !== 'environment';
  return {
    value,
    assigned: isReadOfA ? a.assigned : some.assigned,
    mutations: [...new Set([...(a?.mutations ?? []), ...(b?.mutations ?? [])])],
    overridable: a?.overridable === true || b?.overridable === true,
    overridableLocally: a?.overridableLocally === true || b?.overridableLocally === true,
    rejected: a?.rejected === true || b?.rejected === true,
  };
}

function joinInternals(a: Slot | undefined, pathA: Path, b: Slot | undefined, pathB: Path): Internal {
  if (a !== undefined && b !== undefined && a.value === b.value) return a.value;
  const at = (b ?? a)?.value.at;
  if (at === undefined) throw new Error('a join of nothing');
  const absent: Value = { kind: 'absent', at };
  // A name that is a module on one path and missing on the other stays a module: reading it elsewhere would raise.
  if (a === undefined && b !== undefined && isInternalOnly(b.value)) return b.value;
  if (b === undefined && a !== undefined && isInternalOnly(a.value)) return a.value;
  if ((a !== undefined && isInternalOnly(a.value)) || (b !== undefined && isInternalOnly(b.value))) return unknown(at);
  const arm = (slot: Slot | undefined, { found, guard }: Path): ReadArm => ({
    value: slot === undefined ? absent : toValue(slot.value),
    guard,
    assigned: slot?.assigned,
    found,
  });
  return joinReads(arm(a, pathA), arm(b, pathB));
}
