import type { AST } from 'toml-eslint-parser';
import type { Span } from '../../text/span.ts';
import type { TomlEntry, TomlFile, TomlProblem, TomlTable, TomlValue } from './toml-tree.ts';

/** Deepest nesting of keys and values that is kept. */
const deepest = 100;
/** A hopeless file is told once, not once a line. */
const mostProblems = 20;

/** How a table came to be, which decides whether it may be named again. */
type Origin = 'implicit' | 'dotted' | 'header' | 'inline';

interface OpenTable extends TomlTable {
  readonly entries: Map<string, TomlEntry>;
  span: Span;
  origin: Origin;
}

interface OpenArray {
  readonly kind: 'array';
  readonly items: TomlValue[];
  span: Span;
  /** True for `[[header]]`, the only kind that takes more items. */
  readonly ofTables: boolean;
}

/** Joins statements into one tree: dotted keys, headers, arrays of tables; finds keys that are defined twice. */
export class TomlBuilder {
  readonly #text: string;
  readonly #problems: TomlProblem[] = [];
  readonly #root: OpenTable;
  /** What each array or table that is still growing really is. */
  readonly #open = new WeakMap<TomlValue, OpenTable | OpenArray>();
  #current: OpenTable | undefined;
  #shift = 0;

  constructor(text: string) {
    this.#text = text;
    this.#root = this.#newTable({ start: 0, end: text.length }, 'header');
    this.#current = this.#root;
  }

  problem(message: string, span: Span): void {
    if (this.#problems.length < mostProblems) this.#problems.push({ message, span });
  }

  /** Adds parsed statements whose offsets begin at `shift`. Bare entries belong to the header that came last. */
  add(body: AST.TOMLTopLevelTable['body'], shift: number): void {
    this.#shift = shift;
    for (const node of body) {
      if (node.type === 'TOMLTable') {
        this.#current = this.#openHeader(node);
        for (const entry of node.body) this.#addTo(this.#current, entry);
      } else {
        this.#addTo(this.#current, node);
      }
    }
  }

  /** Drops the entries up to the next header. */
  leaveTable(): void {
    this.#current = undefined;
  }

  finish(): TomlFile {
    return { root: this.#root, errors: this.#problems };
  }

  #addTo(table: OpenTable | undefined, node: AST.TOMLKeyValue): void {
    if (table === undefined) return;
    this.#addEntry(table, node, 0);
    if (table !== this.#root) table.span = { start: table.span.start, end: this.#span(node.range).end };
  }

  #openHeader(node: AST.TOMLTable): OpenTable | undefined {
    const keys = node.key.keys;
    const last = keys.at(-1);
    if (last === undefined) return undefined;
    const parent = this.#descend(this.#root, keys.slice(0, -1), 'implicit');
    if (parent === undefined) return undefined;
    const span = this.#span(node.range);
    const name = nameOf(last);
    const found = parent.entries.get(name)?.value;
    if (node.kind === 'array') return this.#openItem(parent, last, span, found);
    if (found === undefined) {
      const table = this.#newTable(span, 'header');
      this.#set(parent, last, table);
      return table;
    }
    const open = this.#open.get(found);
    if (open?.kind !== 'table' || open.origin !== 'implicit') this.#duplicate(last);
    if (open?.kind !== 'table') return undefined;
    if (open.origin === 'implicit') open.span = span;
    open.origin = 'header';
    return open;
  }

  #openItem(
    parent: OpenTable,
    key: AST.TOMLBare | AST.TOMLQuoted,
    span: Span,
    found: TomlValue | undefined,
  ): OpenTable | undefined {
    const table = this.#newTable(span, 'header');
    if (found === undefined) {
      const array: OpenArray = { kind: 'array', items: [table], span, ofTables: true };
      this.#open.set(array, array);
      this.#set(parent, key, array);
      return table;
    }
    const open = this.#open.get(found);
    if (open?.kind !== 'array' || !open.ofTables) {
      this.#duplicate(key);
      return undefined;
    }
    open.items.push(table);
    open.span = { start: open.span.start, end: span.end };
    return table;
  }

  /** Follows all keys but the last, making tables where there are none. */
  #descend(
    from: OpenTable,
    keys: readonly (AST.TOMLBare | AST.TOMLQuoted)[],
    origin: 'implicit' | 'dotted',
  ): OpenTable | undefined {
    if (keys.length >= deepest) {
      const span = this.#span(keys[0]?.range ?? [0, 0]);
      this.problem(`The key nests deeper than ${deepest} levels`, span);
      return undefined;
    }
    let table = from;
    for (const key of keys) {
      const found = table.entries.get(nameOf(key))?.value;
      if (found === undefined) {
        const made = this.#newTable(this.#span(key.range), origin);
        this.#set(table, key, made);
        table = made;
        continue;
      }
      const open = this.#open.get(found);
      const next = open?.kind === 'array' ? this.#open.get(open.items.at(-1) ?? open) : open;
      const closed =
        next?.kind !== 'table' ||
        next.origin === 'inline' ||
        (origin === 'dotted' && open === next && next.origin === 'header');
      if (closed) {
        this.#duplicate(key);
        return undefined;
      }
      table = next;
    }
    return table;
  }

  #addEntry(table: OpenTable, node: AST.TOMLKeyValue, depth: number): void {
    const keys = node.key.keys;
    const last = keys.at(-1);
    if (last === undefined) return;
    const parent = this.#descend(table, keys.slice(0, -1), 'dotted');
    if (parent === undefined) return;
    if (parent.entries.has(nameOf(last))) {
      this.#duplicate(last);
      return;
    }
    const value = this.#value(node.value, depth + 1);
    if (value !== undefined) this.#set(parent, last, value);
  }

  #value(node: AST.TOMLContentNode, depth: number): TomlValue | undefined {
    const span = this.#span(node.range);
    if (depth > deepest) {
      this.problem(`The value nests deeper than ${deepest} levels`, span);
      return undefined;
    }
    if (node.type === 'TOMLArray') {
      const items = node.elements.map((element) => this.#value(element, depth + 1));
      return { kind: 'array', items: items.filter((item) => item !== undefined), span };
    }
    if (node.type === 'TOMLInlineTable') {
      const table = this.#newTable(span, 'inline');
      for (const entry of node.body) this.#addEntry(table, entry, depth);
      return table;
    }
    if (node.kind === 'string') return this.#string(node.value, node.multiline, span);
    if (node.kind === 'boolean') return { kind: 'bool', value: node.value, span };
    if (node.kind === 'integer' || node.kind === 'float') return { kind: 'number', value: node.value, span };
    return { kind: 'date', value: node.datetime, span };
  }

  #string(value: string, multiline: boolean, span: Span): TomlValue {
    const quotes = multiline ? 3 : 1;
    let start = span.start + quotes;
    // A newline right behind the opening quotes is not part of the value.
    if (multiline && this.#text[start] === '\r' && this.#text[start + 1] === '\n') start += 2;
    else if (multiline && this.#text[start] === '\n') start++;
    return { kind: 'string', value, span, contentSpan: { start, end: Math.max(start, span.end - quotes) } };
  }

  #set(table: OpenTable, key: AST.TOMLBare | AST.TOMLQuoted, value: TomlValue): void {
    table.entries.set(nameOf(key), { key: nameOf(key), keySpan: this.#span(key.range), value });
  }

  #newTable(span: Span, origin: Origin): OpenTable {
    const table: OpenTable = { kind: 'table', entries: new Map(), span, origin };
    this.#open.set(table, table);
    return table;
  }

  #duplicate(key: AST.TOMLBare | AST.TOMLQuoted): void {
    this.problem(`\`${nameOf(key)}\` is defined twice`, this.#span(key.range));
  }

  #span(range: AST.Range): Span {
    return { start: range[0] + this.#shift, end: range[1] + this.#shift };
  }
}

function nameOf(key: AST.TOMLBare | AST.TOMLQuoted): string {
  return key.type === 'TOMLBare' ? key.name : key.value;
}
