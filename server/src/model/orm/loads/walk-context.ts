import type { Expr, Node } from '../../../syntax/python/nodes.ts';
import type { FileId } from '../../../text/file-id.ts';
import type { Span } from '../../../text/span.ts';
import type { ClassInfo } from '../class-graph.ts';
import type { OrmModel } from '../model-graph.ts';
import type { FunctionKind, Lookup } from '../relation-load.ts';
import { guardsOf } from './guards.ts';
import type { Guard, LoadGroup, Loop, Recorder } from './recorder.ts';
import type { Row, Value } from './values.ts';

/** What one walk over a function or module body carries. */
export interface Walk {
  readonly orm: OrmModel;
  readonly file: FileId;
  readonly text: string;
  readonly recorder: Recorder;
  readonly functionKind: FunctionKind;
  /** The class whose method is walked. */
  readonly owner: ClassInfo | undefined;
  /** Names of prefetches anywhere in the project: what an instance from elsewhere may have loaded. */
  readonly prefetchWords: () => ReadonlySet<string>;
  /** The loops that run again for what is being walked: a branch that leaves a loop is walked without it. */
  loops: readonly Loop[];
  /** True while nothing may be recorded: a first round through a loop, a method that is followed. */
  isMuted: boolean;
  /** Dotted paths of rows that a condition guards: a read there costs less than one query a row. */
  guarded: ReadonlySet<string>;
  /** Conditions that hold where the walk is, outermost first. */
  guards: readonly Guard[];
  /** A generator that its consumer may leave before the end. */
  stopping: Expr | undefined;
  /** Depth of followed methods. */
  readonly depth: number;
  /** Nodes walked in this function, against runaway work. */
  budget: number;
  /** Calls a manager's or queryset's own method; undefined when it cannot be followed. */
  readonly follow: (
    walk: Walk,
    self: Value,
    owner: ClassInfo,
    name: string,
    after: ClassInfo | undefined,
  ) => Value | undefined;
  returned: Value[];
}

/** Variables of a function; what they do not hold is looked up in the module. */
export class Scope {
  readonly vars: Map<string, Value>;

  constructor(vars: Map<string, Value> = new Map()) {
    this.vars = vars;
  }

  copy(): Scope {
    return new Scope(new Map(this.vars));
  }

  /** Takes over another scope's variables. */
  become(other: Scope): void {
    this.vars.clear();
    for (const [name, value] of other.vars) this.vars.set(name, value);
  }
}

export function spanOf(node: Node): Span {
  return { start: node.start, end: node.end };
}

const longest = 60;

/** Source text on one line, shortened in the middle of long arguments. */
export function shortText(walk: Walk, node: Expr): string {
  const text = walk.text
    .slice(node.start, node.end)
    .replace(/\s*\n\s*/g, '')
    .replace(/`/g, "'");
  return text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
}

/** The loop of a row that is still running; undefined for a single instance or when the loop is left after this. */
export function runningLoop(walk: Walk, row: Row): Loop | undefined {
  return row.loop === undefined ? undefined : walk.loops.find((loop) => loop.id === row.loop);
}

/** The outermost running loop that a row depends on: its own, or the one that gave the row before it. */
function outerLoop(walk: Walk, row: Row, own: Loop): Loop {
  return walk.loops.find((loop) => loop.id === row.outerLoop) ?? own;
}

const changingCall = /\.\s*(delete|remove|clear|set|add|create|bulk_create|get_or_create|update_or_create)\s*\(/;

/** True when the same round of the loop has changed rows: what was counted before it began is no longer true. */
function changesRowsBefore(walk: Walk, loop: Loop, node: Expr): boolean {
  const { file, span } = loop.location;
  return file === walk.file && changingCall.test(walk.text.slice(span.start, node.start));
}

/** Notes that rows read a relation which none of them has; gives the group that deeper reads belong to. */
export function recordRead(
  walk: Walk,
  rows: readonly Row[],
  name: string,
  by: Lookup['by'],
  use: 'row' | 'rows' | 'count',
  node: Expr & { readonly kind: 'Attribute' },
  mayBeNull: boolean,
): LoadGroup | undefined {
  if (walk.isMuted || rows.length === 0) return undefined;
  const [first] = rows;
  const loop = first === undefined ? undefined : runningLoop(walk, first);
  if (
    first === undefined ||
    loop === undefined ||
    rows.some((row) => runningLoop(walk, row) === undefined || row.origin === undefined)
  )
    return undefined;
  if (use === 'count' && changesRowsBefore(walk, loop, node)) return undefined;
  const text = shortText(walk, node);
  const dotted = [...first.path, name].join('.');
  return walk.recorder.read(rows, name, by, {
    location: { file: walk.file, span: spanOf(node) },
    text,
    row: shortText(walk, node.value),
    use,
    loop,
    functionKind: walk.functionKind,
    isFiltered: rows.every((row) => row.isFiltered),
    mayBeNull,
    isBesideAll: by === 'select' && rows.some((row) => row.selectAll),
    keyEnd: undefined,
    guards: guardsOf(walk, outerLoop(walk, first, loop), text),
    confidence: walk.guarded.has(dotted) || rows.every((row) => row.isPicked) ? 'medium' : 'high',
  });
}
