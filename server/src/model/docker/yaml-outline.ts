// The keys, scalars and lists of a Compose file or workflow: block and flow style, quotes, block texts, anchors, merges.
// Must not claim to be YAML: what it does not know is left out, and a tab in an indentation gives nothing at all.
// Look next at compose-builds.ts and command-builds.ts, which ask it for builds.

/** A key with its value, or an item of a list. */
export interface YamlNode {
  /** `''` for an item. */
  readonly key: string;
  /** The text of a scalar; undefined for a collection, an empty value or an unknown alias. */
  readonly value: string | undefined;
  readonly children: readonly YamlNode[];
}

type Value = Omit<YamlNode, 'key'>;

const nothing: Value = { value: undefined, children: [] };
const deepest = 40;

/** The nodes of a text's first level, all documents together; empty for what cannot be read. Never throws. */
export function readYamlOutline(text: string): readonly YamlNode[] {
  if (/^ *\t+ *[^\s#]/m.test(text)) return [];
  const reader = new OutlineReader(text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/));
  return reader.block(0, false, 0);
}

/** The node at a path of keys. */
export function yamlAt(nodes: readonly YamlNode[], ...keys: readonly string[]): YamlNode | undefined {
  let found: YamlNode | undefined;
  let below = nodes;
  for (const key of keys) {
    found = below.find((node) => node.key === key);
    if (found === undefined) return undefined;
    below = found.children;
  }
  return found;
}

class OutlineReader {
  readonly #lines: string[];
  readonly #anchors = new Map<string, Value>();
  #at = 0;

  constructor(lines: readonly string[]) {
    this.#lines = [...lines];
  }

  /** The nodes of one indentation, which is at least `least`; with `onlyItems` it ends at the first line that is no item. */
  block(least: number, onlyItems: boolean, depth: number): readonly YamlNode[] {
    const nodes: YamlNode[] = [];
    const indent = this.#indent();
    if (indent < least || depth > deepest) return nodes;
    for (let now = indent; now >= indent; now = this.#indent()) {
      const line = this.#lines[this.#at] ?? '';
      const content = line.slice(now);
      const isItem = /^-(?:\s|$)/.test(content);
      if (now === indent && onlyItems && !isItem) return nodes;
      if (now > indent) this.#at++;
      else if (isItem) nodes.push(this.#item(content, indent, depth));
      else this.#pair(content, indent, depth, nodes);
    }
    return nodes;
  }

  /** The indentation of the next line that says something; -1 at the end. */
  #indent(): number {
    for (; this.#at < this.#lines.length; this.#at++) {
      const line = this.#lines[this.#at] ?? '';
      if (!/^\s*(?:#|$)|^(?:---|\.\.\.)(?:\s|$)|^%/.test(line)) return line.search(/[^ ]/);
    }
    return -1;
  }

  #item(content: string, indent: number, depth: number): YamlNode {
    const rest = content.slice(1).trimStart();
    const place = indent + content.length - rest.length;
    if (rest !== '' && (splitPair(rest) !== undefined || /^-(?:\s|$)/.test(rest))) {
      this.#lines[this.#at] = ' '.repeat(place) + rest;
      return { key: '', value: undefined, children: this.block(place, false, depth + 1) };
    }
    this.#at++;
    return { key: '', ...this.#value(rest, indent, depth) };
  }

  #pair(content: string, indent: number, depth: number, nodes: YamlNode[]): void {
    this.#at++;
    const pair = splitPair(content);
    if (pair === undefined) return;
    const value = this.#value(pair.rest, indent, depth);
    if (pair.key === '<<') {
      const merged = value.children.every(({ key }) => key === '')
        ? value.children.flatMap((one) => one.children)
        : value.children;
      nodes.push(...merged.filter(({ key }) => !nodes.some((node) => node.key === key)));
      return;
    }
    // A key beside a merge goes before the merged one, wherever it stands.
    const before = nodes.findIndex(({ key }) => key === pair.key);
    if (before >= 0) nodes.splice(before, 1);
    nodes.push({ key: pair.key, ...value });
  }

  #value(text: string, indent: number, depth: number): Value {
    const mark = /^(?:&(\S+)|!\S*)(?:\s+|$)/.exec(text);
    if (mark !== null) {
      const value = this.#value(text.slice(mark[0].length), indent, depth);
      if (mark[1] !== undefined) this.#anchors.set(mark[1], value);
      return value;
    }
    const alias = /^\*([^\s,\]}]+)\s*(?:#.*)?$/.exec(text)?.[1];
    if (alias !== undefined) return this.#anchors.get(alias) ?? nothing;
    if (/^[|>][-+\d]*\s*(?:#.*)?$/.test(text)) return { value: this.#blockText(indent, text[0] === '>'), children: [] };
    if (/^["'[{]/.test(text)) return this.#flow(text, indent);
    if (text === '' || text.startsWith('#')) return { value: undefined, children: this.#below(indent, depth) };
    return { value: this.#plain(text, indent), children: [] };
  }

  #below(indent: number, depth: number): readonly YamlNode[] {
    const next = this.#indent();
    const isList = next === indent && /^-(?:\s|$)/.test((this.#lines[this.#at] ?? '').slice(next));
    return isList ? this.block(indent, true, depth + 1) : this.block(indent + 1, false, depth + 1);
  }

  #blockText(indent: number, isFolded: boolean): string {
    const lines: string[] = [];
    for (; this.#at < this.#lines.length; this.#at++) {
      const line = this.#lines[this.#at] ?? '';
      if (line.trim() !== '' && line.search(/\S/) <= indent) break;
      lines.push(line.trim());
    }
    return lines.join(isFolded ? ' ' : '\n').trim();
  }

  #plain(text: string, indent: number): string {
    const parts = [text.replace(/\s+#.*$/, '').trim()];
    while (this.#indent() > indent) parts.push((this.#lines[this.#at++] ?? '').replace(/\s+#.*$/, '').trim());
    return parts.join(' ');
  }

  /** Quoted text and flow collections, which may go on over lines that are indented further. */
  #flow(text: string, indent: number): Value {
    let all = text;
    for (let round = 0; round < 200; round++) {
      const found = new FlowReader(all, this.#anchors).read();
      if (found !== undefined) return found;
      if (this.#indent() < (/^["']/.test(text) ? indent + 1 : indent)) return nothing;
      all += `\n${(this.#lines[this.#at++] ?? '').trim()}`;
    }
    return nothing;
  }
}

/** `key: rest`, the key plain or quoted; undefined when the text is no pair. */
function splitPair(content: string): { readonly key: string; readonly rest: string } | undefined {
  const quoted = /^(?:"([^"]*)"|'([^']*)')\s*:(?:\s|$)/.exec(content);
  if (quoted !== null) return { key: quoted[1] ?? quoted[2] ?? '', rest: content.slice(quoted[0].length).trim() };
  const colon = content.search(/:(?:\s|$)/);
  const key = content.slice(0, Math.max(colon, 0)).trimEnd();
  if (key === '' || /^[#"'[\]{},&*!|>%@`?]|\s#/.test(key)) return undefined;
  return { key, rest: content.slice(colon + 1).trim() };
}

class FlowReader {
  readonly #text: string;
  readonly #anchors: ReadonlyMap<string, Value>;
  #at = 0;

  constructor(text: string, anchors: ReadonlyMap<string, Value>) {
    this.#text = text;
    this.#anchors = anchors;
  }

  /** Undefined when the text ends inside quotes or brackets. */
  read(): Value | undefined {
    return this.#value(0);
  }

  #value(depth: number): Value | undefined {
    this.#blanks();
    const char = this.#text.charAt(this.#at);
    if (char === '{' || char === '[') return this.#collection(char === '{' ? '}' : ']', depth);
    const value = this.#scalar();
    if (value === undefined) return undefined;
    const alias = /^\*(\S+)$/.exec(value)?.[1];
    return alias === undefined ? { value, children: [] } : (this.#anchors.get(alias) ?? nothing);
  }

  #collection(end: string, depth: number): Value | undefined {
    if (depth > deepest) return nothing;
    const children: YamlNode[] = [];
    this.#at++;
    for (;;) {
      this.#blanks();
      const char = this.#text.charAt(this.#at);
      if (char === '') return undefined;
      if (char === end) {
        this.#at++;
        return { value: undefined, children };
      }
      if (char === ',') this.#at++;
      else {
        const start = this.#at;
        const node = end === '}' ? this.#pair(depth) : this.#entry(depth);
        if (node === undefined) return undefined;
        children.push(node);
        // A stray bracket of the other kind.
        if (this.#at === start) this.#at++;
      }
    }
  }

  #entry(depth: number): YamlNode | undefined {
    const value = this.#value(depth + 1);
    return value === undefined ? undefined : { key: '', ...value };
  }

  #pair(depth: number): YamlNode | undefined {
    const key = this.#scalar();
    if (key === undefined) return undefined;
    this.#blanks();
    if (this.#text.charAt(this.#at) !== ':') return { key, ...nothing };
    this.#at++;
    const value = this.#value(depth + 1);
    return value === undefined ? undefined : { key, ...value };
  }

  #scalar(): string | undefined {
    const rest = this.#text.slice(this.#at);
    const quoted = /^(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)')/s.exec(rest);
    if (quoted !== null) {
      this.#at += quoted[0].length;
      const text = quoted[1]?.replace(/\\(["\\/])/g, '$1') ?? quoted[2]?.replaceAll("''", "'");
      return text?.replaceAll('\n', ' ');
    }
    if (/^["']/.test(rest)) return undefined;
    const plain = /^(?:\$\{[^}]*\}|:(?=[^\s,\]}])|[^,:[\]{}])*/.exec(rest)?.[0] ?? '';
    this.#at += plain.length;
    return plain
      .replace(/\s+#.*/g, '')
      .trim()
      .replaceAll('\n', ' ');
  }

  #blanks(): void {
    while (/\s/.test(this.#text.charAt(this.#at))) {
      this.#at++;
      if (this.#text.charAt(this.#at) !== '#') continue;
      const end = this.#text.indexOf('\n', this.#at);
      this.#at = end < 0 ? this.#text.length : end;
    }
  }
}
