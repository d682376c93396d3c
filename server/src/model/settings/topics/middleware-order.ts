import type { Location } from '../../../text/location.ts';
import { effective } from '../effective.ts';
import type { Environment } from '../environment.ts';
import type { SettingsLeaf } from '../settings-model.ts';
import { type OrderRow, orderDemands } from './middleware-demands.ts';
import { type MiddlewareEntry, type MiddlewareStack, middlewareStacks } from './middleware-stack.ts';

/** One demand on the order: whatever is `first` comes before whatever is `second`, where both are there. */
export interface OrderDemand<Row extends string> {
  readonly row: Row;
  /** Dotted class names; a subclass counts. */
  readonly first: readonly string[];
  readonly second: readonly string[];
  /** Which of the two is out of place when nothing else tells. */
  readonly moves: 'first' | 'second';
  /** Out of place, it is the first one that moves, whatever else it would mend to move others. */
  readonly always?: true;
  /** Out of place, the first one goes above all of Django's own, not only above what it broke with. */
  readonly toTop?: true;
  /** How much a breach counts when one of several elements is to blame. */
  readonly weight: number;
}

/** An element that stands on the wrong side of another one. */
export interface MisplacedMiddleware<Row extends string> {
  readonly row: Row;
  readonly entry: MiddlewareEntry;
  readonly other: MiddlewareEntry;
  /** Where `entry` stands now, seen from `other`. */
  readonly stands: 'before' | 'after';
  /** Where it can go so that none of its demands is broken; undefined when one move does not do. */
  readonly target:
    | { readonly side: 'before' | 'after'; readonly entry: MiddlewareEntry; readonly index: number }
    | undefined;
}

interface Breach<Row extends string> {
  readonly demand: OrderDemand<Row>;
  readonly first: number;
  readonly second: number;
}

type Severity = 'error' | 'warning' | 'info' | 'hint';
const weights = { error: 100, warning: 10, info: 2, hint: 1, off: 0 } as const;
const milder = { error: 'warning', warning: 'info', info: 'hint', hint: 'hint' } as const;

/** A misplaced element of a leaf's MIDDLEWARE. */
export interface MisplacedInLeaf extends MisplacedMiddleware<OrderRow> {
  /** That of the row; one step less where the list is not fully known, two where one of both is not there in every run. */
  readonly severity: Severity;
  readonly complete: boolean;
  /** The `MIDDLEWARE.append(…)` that put the element there. */
  readonly appended: Location | undefined;
}

/** The misplaced elements of MIDDLEWARE in every order that the leaf can have, each once. */
export function misplacedMiddleware(
  leaf: SettingsLeaf,
  severityIn: (row: OrderRow, environment: Environment) => Severity | 'off',
): readonly MisplacedInLeaf[] {
  const severityOf = (row: OrderRow): Severity | 'off' => severityIn(row, leaf.environment);
  const found = new Map<string, MisplacedInLeaf>();
  const mutations = effective(leaf, 'MIDDLEWARE')?.mutations ?? [];
  const demands = orderDemands(leaf).flatMap((demand) => {
    // What counts most in production names the fault in every leaf, so that one list has one finding.
    const weight = weights[severityIn(demand.row, 'production')];
    return severityOf(demand.row) === 'off' ? [] : [{ ...demand, weight }];
  });
  for (const stack of middlewareStacks(leaf)) {
    for (const one of misplacedIn(stack, demands)) {
      const severity = severityOf(one.row);
      const { file, span } = one.entry.at;
      const key = `${file}:${span.start}`;
      if (severity === 'off' || found.has(key)) continue;
      const appended = mutations.find(
        ({ method, argument }) =>
          method === 'append' &&
          argument?.file === file &&
          argument.span.start === span.start &&
          argument.span.end === span.end,
      )?.statement;
      const { complete } = stack;
      // What is there only now and then is a fault of those runs alone, and may have its place for others.
      const isSure = !one.entry.optional && !one.other.optional;
      const said = isSure ? (complete ? severity : milder[severity]) : milder[milder[severity]];
      found.set(key, { ...one, severity: said, complete: complete && isSure, appended });
    }
  }
  return [...found.values()];
}

/**
 * The elements that are out of place, each once: the one whose move mends most goes first, with the demand that weighs most, and takes
 * all its breaches along.
 */
function misplacedIn<Row extends string>(
  stack: MiddlewareStack,
  demands: readonly OrderDemand<Row>[],
): readonly MisplacedMiddleware<Row>[] {
  const found: MisplacedMiddleware<Row>[] = [];
  let breaches = breachesOf(stack.entries, demands);
  while (breaches.length > 0) {
    const blamed = mostToBlame(breaches);
    const own = breaches.filter((one) => one.first === blamed || one.second === blamed);
    const worst = own.reduce((a, b) => (b.demand.weight > a.demand.weight ? b : a));
    const entry = stack.entries[blamed];
    const other = stack.entries[worst.first === blamed ? worst.second : worst.first];
    breaches = breaches.filter((one) => !own.includes(one));
    if (entry === undefined || other === undefined) continue;
    const stands = worst.first === blamed ? 'after' : 'before';
    found.push({ row: worst.demand.row, entry, other, stands, target: targetOf(stack.entries, blamed, own, demands) });
  }
  return found;
}

function breachesOf<Row extends string>(
  entries: readonly MiddlewareEntry[],
  demands: readonly OrderDemand<Row>[],
): readonly Breach<Row>[] {
  const breaches: Breach<Row>[] = [];
  for (const demand of demands) {
    entries.forEach((entry, i) => {
      const own = demand.first.filter((name) => entry.names.includes(name));
      if (own.length === 0) return;
      // What always moves is not asked to go above what has to stand before it.
      const floor =
        demand.always === true
          ? entries.findLastIndex((one, j) => j < i && demands.some((other) => comesFirst(other, one, entry)))
          : -1;
      // Only the earliest offender: what stands behind it is mended with it.
      const second = entries.findIndex((one, j) => j > floor && j < i && isOne(one, demand.second) && !isOne(one, own));
      // Another one of its kind in time does the work.
      const isDone = entries.slice(0, Math.max(second, 0)).some((one) => isOne(one, own));
      // Listed twice, the other one does the work too.
      const isAgain = entries.slice(i + 1).some((one) => one.path === entries[second]?.path);
      if (second >= 0 && !isDone && !isAgain) breaches.push({ demand, first: i, second });
    });
  }
  return breaches;
}

function comesFirst(demand: OrderDemand<string>, one: MiddlewareEntry, other: MiddlewareEntry): boolean {
  return isOne(one, demand.first) && isOne(other, demand.second);
}

/** True when the entry is one of the classes or builds on one. */
export function isOne(entry: MiddlewareEntry, names: readonly string[]): boolean {
  return entry.names.some((name) => names.includes(name));
}

function mostToBlame<Row extends string>(breaches: readonly Breach<Row>[]): number {
  // What belongs near the top moves there, and nothing moves down behind it.
  const firm = breaches.find(({ demand }) => demand.always === true);
  if (firm !== undefined) return firm.first;
  const blame = new Map<number, number>();
  const add = (index: number, weight: number): void => {
    blame.set(index, (blame.get(index) ?? 0) + weight);
  };
  for (const { demand, first, second } of breaches) {
    // The side that usually moves wins a tie.
    add(first, demand.weight * (demand.moves === 'first' ? 1.001 : 1));
    add(second, demand.weight * (demand.moves === 'second' ? 1.001 : 1));
  }
  return [...blame].reduce((a, b) => (b[1] > a[1] ? b : a))[0];
}

function targetOf<Row extends string>(
  entries: readonly MiddlewareEntry[],
  blamed: number,
  own: readonly Breach<Row>[],
  demands: readonly OrderDemand<Row>[],
): MisplacedMiddleware<Row>['target'] {
  const entry = entries[blamed];
  const tooLate = own.filter((one) => one.first === blamed).map((one) => one.second);
  const tooEarly = own.filter((one) => one.second === blamed).map((one) => one.first);
  if (entry === undefined || (tooLate.length > 0 && tooEarly.length > 0)) return undefined;
  const side = tooLate.length > 0 ? 'before' : 'after';
  const toTop = own.some((one) => one.demand.toTop === true && one.first === blamed);
  const top = toTop ? entries.findIndex((one) => one.path.startsWith('django.')) : blamed;
  const anchor = side === 'before' ? Math.min(...tooLate, top) : Math.max(...tooEarly);
  const beside = entries[anchor];
  if (beside === undefined) return undefined;
  const rest = entries.filter((one) => one !== entry);
  const index = rest.indexOf(beside) + (side === 'after' ? 1 : 0);
  const moved = [...rest.slice(0, index), entry, ...rest.slice(index)];
  const broken = breachesOf(moved, demands).some((one) => moved[one.first] === entry || moved[one.second] === entry);
  return broken ? undefined : { side, entry: beside, index };
}
