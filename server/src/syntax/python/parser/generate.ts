// Writes what follows from schema.ts: node types, decoder, child visitor and the Rust constants. Run it after a change of the schema.
// Must not hold facts about nodes; those belong to schema.ts. A test compares the files with what this gives.

import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { choices, type NodeSchema, nodes } from './schema.ts';

interface Field {
  readonly name: string;
  readonly type: string;
  /** True for a field that the decoder computes from the others or from the source. */
  readonly derived: boolean;
}

const HEADER = 'Generated from parser/schema.ts by parser/generate.ts; do not edit.';
const READERS =
  'chosen, chosenList, conversion, gapped, many, name, one, optional, optionalName, singleton, source, text, word';
const kinds = Object.keys(nodes);

/** Kinds in the order of their frequency in real code: a switch over strings compares them one after the other. */
const frequent = 'Name Attribute Call Str StrPart Keyword ExprStmt Assign Num FunctionDef Param'.split(' ');
const byFrequency = [...frequent, ...kinds.filter((kind) => !frequent.includes(kind))];

function schemaOf(kind: string): NodeSchema {
  const schema = nodes[kind];
  if (schema === undefined) throw new Error(`no node kind ${kind}`);
  return schema;
}

function fieldsOf(kind: string): readonly Field[] {
  return schemaOf(kind)
    .fields.split(' ')
    .filter((text) => text !== '')
    .map((text) => {
      const [name = '', type = ''] = text.replace('=', '').split(':');
      return { name, type, derived: text.startsWith('=') };
    });
}

/** How many words of the flat array a field takes. */
function width(field: Field): number {
  if (field.derived) return 0;
  if (field.type === 'name' || field.type === 'name?') return 3;
  return field.type === 'text' ? 2 : 1;
}

const derivedTypes: Readonly<Record<string, string>> = { joinedParts: 'string', numberValue: 'number | null' };
const plainTypes: Readonly<Record<string, string>> = {
  count: 'number',
  offset: 'number',
  text: 'string',
  conversion: "'s' | 'r' | 'a' | null",
  singleton: 'boolean | null',
};

function withoutSuffix(type: string): string {
  return type.replace(/\??(\[\])?$/, '');
}

function unionOf(type: string): string {
  return withoutSuffix(type).replace(/[()]/g, '').split('|').join(' | ');
}

function typeOf({ type, derived }: Field): string {
  if (derived) return derivedTypes[type] ?? 'never';
  if (type === 'name') return 'string';
  if (type === 'name?') return 'string | null';
  const plain = plainTypes[type];
  if (plain !== undefined) return plain;
  const union = unionOf(type);
  if (type.endsWith('?[]')) return `readonly (${union} | null)[]`;
  if (type.endsWith('[]')) return union.includes('|') ? `readonly (${union})[]` : `readonly ${union}[]`;
  return type.endsWith('?') ? `${union} | null` : union;
}

function isNodeType(type: string): boolean {
  const first = unionOf(type).split(' | ')[0] ?? '';
  return ['Expr', 'Stmt', 'Pattern'].includes(first) || first in nodes;
}

function isName(field: Field): boolean {
  return field.type === 'name' || field.type === 'name?';
}

function nodeInterface(kind: string): string {
  const lines = fieldsOf(kind).flatMap((field) => [
    `  readonly ${field.name}: ${typeOf(field)};`,
    ...(isName(field) ? [`  readonly ${field.name}Start: number;`] : []),
  ]);
  return [
    `/** ${schemaOf(kind).about} */`,
    `export interface ${kind} extends Span {`,
    `  readonly kind: '${kind}';`,
    ...lines,
    '}',
    '',
  ].join('\n');
}

function union(name: string, about: string, members: readonly string[]): string {
  return `/** ${about} */\nexport type ${name} =\n${members.map((member) => `  | ${member}`).join('\n')};\n`;
}

function choiceType(name: string, values: readonly string[]): string {
  return `export type ${name} = ${values.map((value) => `'${value}'`).join(' | ')};\n`;
}

function familyOf(name: string): string[] {
  return kinds.filter((kind) => schemaOf(kind).family === name);
}

function nodesFile(): string {
  return [
    `// The nodes of a Python tree: plain objects told apart by \`kind\`, with spans in UTF-16 units. ${HEADER}`,
    '// Must not hold code. parse-python.ts makes nodes, walk.ts goes through them.',
    '',
    "import type { Span } from '../../text/span.ts';",
    '',
    ...Object.entries(choices).map(([name, values]) => choiceType(name, values)),
    ...kinds.map(nodeInterface),
    union('Stmt', 'Any statement.', familyOf('Stmt')),
    union('Expr', 'Any expression.', familyOf('Expr')),
    union('Pattern', 'Any pattern of a `case`.', familyOf('Pattern')),
    union('Node', 'Any node.', ['Stmt', 'Expr', 'Pattern', ...familyOf('Part')]),
  ].join('\n');
}

function listName(choice: string): string {
  return choice.replace(/([a-z])([A-Z])/g, '$1_$2').toUpperCase();
}

function reader({ type, derived, name: field }: Field, at: string): string {
  if (derived) return type === 'joinedParts' ? 'joinedParts(parts)' : 'numberValue(source, start, end, form)';
  if (type === 'name') return `name(${at})`;
  if (type === 'name?') return `optionalName(${at})`;
  if (type === 'boolean') return `word(${at}) !== 0`;
  if (['count', 'offset'].includes(type)) return `word(${at})`;
  if (['text', 'conversion', 'singleton'].includes(type)) return `${type}(${at})`;
  if (isNodeType(type)) {
    const reads = type.endsWith('?[]')
      ? 'gapped'
      : type.endsWith('[]')
        ? 'many'
        : type.endsWith('?')
          ? 'optional'
          : 'one';
    return `${reads}<${unionOf(type)}>(${at})`;
  }
  if (type.endsWith('[]')) return `chosenList(${listName(withoutSuffix(type))}, ${at})`;
  if (type in choices) return `chosen(${listName(type)}, ${at})`;
  throw new Error(`field ${field}: no type ${type}`);
}

function decodeCase(kind: string, index: number): string {
  const fields = fieldsOf(kind);
  const derives = fields.some((field) => field.derived);
  const values: string[] = [];
  const locals: string[] = [];
  let offset = 3;
  for (const field of fields) {
    const at = `i + ${offset}`;
    const value = reader(field, at);
    if (derives && !field.derived) {
      locals.push(`const ${field.name} = ${value};`);
      values.push(field.name);
    } else values.push(`${field.name}: ${value}`);
    if (isName(field)) values.push(`${field.name}Start: word(${at})`);
    offset += width(field);
  }
  const object = [`kind: '${kind}'`, 'start', 'end', ...values];
  const body = `${locals.join('\n')}\nreturn { ${object.join(', ')} };`;
  return `case ${index + 1}: ${derives ? `{ ${body} }` : body}`;
}

function decoderFile(): string {
  const lists = Object.entries(choices).map(
    ([name, values]) =>
      `const ${listName(name)}: readonly ${name}[] = [\n${values.map((value) => `  '${value}',`).join('\n')}\n];`,
  );
  return [
    `// The flat array of the parser -> one node. ${HEADER}`,
    '// Must not know the WebAssembly instance; flat-array.ts reads the words, parse-python.ts calls the parser.',
    '',
    `import { ${READERS} } from './flat-array.ts';`,
    "import { joinedParts, numberValue } from './literal-value.ts';",
    `import type { ${[...Object.keys(choices), ...usedTypes()].sort().join(', ')} } from './nodes.ts';`,
    '',
    lists.join('\n'),
    '',
    '/** The node at word `i` of the flat array that flat-array.ts holds. */',
    'export function decodeNode(i: number): Node {',
    '  const start = word(i + 1);',
    '  const end = word(i + 2);',
    '  switch (word(i)) {',
    ...kinds.map(decodeCase),
    '    default:',
    "      throw new Error('no such node kind');",
    '  }',
    '}',
    '',
  ].join('\n');
}

function usedTypes(): string[] {
  const used = new Set<string>(['Node']);
  for (const kind of kinds)
    for (const field of fieldsOf(kind))
      if (!field.derived && isNodeType(field.type)) for (const name of unionOf(field.type).split(' | ')) used.add(name);
  return [...used];
}

function childrenCase(kind: string): string[] {
  const fields = fieldsOf(kind).filter((field) => !field.derived && isNodeType(field.type));
  if (fields.length === 0) return [];
  const visits = fields.map(({ name, type }) => {
    if (type.endsWith('[]')) return `      visitEach(node.${name}, visit);`;
    return type.endsWith('?') ? `      if (node.${name} !== null) visit(node.${name});` : `      visit(node.${name});`;
  });
  return [`    case '${kind}':`, ...visits, '      return;'];
}

function childrenFile(): string {
  return [
    `// The children of a node. ${HEADER}`,
    '// Must not decide what to visit deeper; walk.ts does.',
    '',
    "import type { Node } from './nodes.ts';",
    '',
    'function visitEach(list: readonly (Node | null)[], visit: (child: Node) => void): void {',
    '  for (const child of list) if (child !== null) visit(child);',
    '}',
    '',
    '/** Calls `visit` with each direct child, field by field: not always in the order of the text. */',
    'export function forEachChild(node: Node, visit: (child: Node) => void): void {',
    '  switch (node.kind) {',
    ...byFrequency.flatMap(childrenCase),
    '    default:',
    '      return;',
    '  }',
    '}',
    '',
  ].join('\n');
}

function rustName(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .replaceAll('-', '_')
    .toUpperCase();
}

function rustFile(): string {
  const constants = kinds.map((kind, index) => `pub const ${rustName(kind)}: i32 = ${index + 1};`);
  const modules = Object.entries(choices).map(([name, values]) => {
    const lines = values.map((value, index) => `    pub const ${rustName(value)}: i32 = ${index};`);
    return `\n/// Values of the type \`${name}\`.\npub mod ${rustName(name).toLowerCase()} {\n${lines.join('\n')}\n}`;
  });
  return [
    `//! Node kinds and named values as numbers of the flat array. ${HEADER}`,
    '',
    ...constants,
    ...modules,
    '',
  ].join('\n');
}

const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome');

function formatted(path: string, text: string): string {
  const args = [biome, 'format', `--stdin-file-path=${path}`];
  return execFileSync(process.execPath, args, { input: text, encoding: 'utf8' });
}

/** The generated files: path relative to this folder, and text. */
export function generatedFiles(): ReadonlyMap<string, string> {
  return new Map([
    ['../nodes.ts', formatted('nodes.ts', nodesFile())],
    ['../decode-node.ts', formatted('decode-node.ts', decoderFile())],
    ['../node-children.ts', formatted('node-children.ts', childrenFile())],
    ['src/kinds.rs', rustFile()],
  ]);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const [path, text] of generatedFiles()) writeFileSync(new URL(path, import.meta.url), text);
}
