import { type Expression, Node, type SourceFile, SyntaxKind } from 'ts-morph';
import { fillIn } from '../../rules/tools/rule-skeleton.ts';
import { parseSources } from './read-imports.ts';

/** What every judge of a rule's files says of one that `npm run new-rule` wrote and nobody filled in. */
export const unfilled = `still says ${fillIn}`;

/** Lines a rule may have: a longer one holds analysis that belongs to model/. */
const longestRule = 150;

/**
 * What is wrong with a rule's source: its shape, its state, the messages it never sends.
 * @param path of the file, root-relative: `rules/<area>/<group>/<name>.ts`
 */
export function ruleSourceFaults(path: string, text: string): readonly string[] {
  const [source] = parseSources(new Map([[path, text]]));
  if (source === undefined) return [`${path}: could not be read`];
  const faults = [...exportFaults(source), ...stateFaults(source), ...nameFaults(source, path)];
  const lines = source.getEndLineNumber() - (text.endsWith('\n') ? 1 : 0);
  if (text.includes(fillIn)) faults.push(unfilled);
  if (lines > longestRule) faults.push(`has ${lines} lines; ${longestRule} are the most`);
  return faults.map((fault) => `${path}: ${fault}`);
}

function exportFaults(source: SourceFile): readonly string[] {
  const faults: string[] = [];
  const defaults = source.getExportAssignments();
  if (defaults.length !== 1) faults.push('has no `export default defineRule({…})`');
  for (const one of defaults) {
    if (calleeOf(one.getExpression()) !== 'defineRule') faults.push('exports by default something else than a rule');
  }
  for (const statement of source.getStatements()) {
    if (Node.isExportAssignment(statement)) continue;
    const isExported = Node.isExportDeclaration(statement) || (Node.isExportable(statement) && statement.isExported());
    if (isExported) faults.push(`line ${statement.getStartLineNumber()}: exports more than the rule`);
  }
  return faults;
}

/** Nothing at the top of a rule may change between two calls of `check`, or run when the file is loaded. */
function stateFaults(source: SourceFile): readonly string[] {
  const faults: string[] = [];
  const inert = [
    SyntaxKind.ImportDeclaration,
    SyntaxKind.InterfaceDeclaration,
    SyntaxKind.TypeAliasDeclaration,
    SyntaxKind.FunctionDeclaration,
    SyntaxKind.ExportAssignment,
    SyntaxKind.ExportDeclaration,
  ];
  for (const statement of source.getStatements()) {
    const at = `line ${statement.getStartLineNumber()}`;
    if (Node.isVariableStatement(statement)) {
      if (statement.getDeclarationKind() !== 'const') faults.push(`${at}: \`let\` and \`var\` keep state`);
      for (const declaration of statement.getDeclarations()) {
        const initial = declaration.getInitializer();
        const type = declaration.getTypeNode()?.getText() ?? '';
        if (initial === undefined || /^(readonly |Readonly)/.test(type) || isFixed(initial)) continue;
        faults.push(`${at}: \`${declaration.getName()}\` can be changed: make it \`as const\` or readonly`);
      }
    } else if (!inert.includes(statement.getKind())) faults.push(`${at}: runs when the rule is loaded`);
  }
  for (const call of source.getDescendantsOfKind(SyntaxKind.CallExpression)) {
    const isDeferred = call.getAncestors().some((one) => Node.isFunctionLikeDeclaration(one));
    if (isDeferred || calleeOf(call) === 'defineRule') continue;
    faults.push(
      `line ${call.getStartLineNumber()}: \`${call.getExpression().getText()}\` is called when the rule is loaded`,
    );
  }
  return faults;
}

function calleeOf(expression: Expression): string | undefined {
  return expression.asKind(SyntaxKind.CallExpression)?.getExpression().getText();
}

/** A value that nobody can change: a literal, a function, something `as const`. A regular expression with `g` or `y` remembers. */
function isFixed(initial: Expression): boolean {
  if (Node.isSatisfiesExpression(initial)) return isFixed(initial.getExpression());
  if (Node.isAsExpression(initial)) return initial.getTypeNode()?.getText() === 'const';
  if (Node.isRegularExpressionLiteral(initial))
    return !/[gy]/.test(initial.getText().slice(initial.getText().lastIndexOf('/')));
  if (Node.isPrefixUnaryExpression(initial)) return isFixed(initial.getOperand());
  if (Node.isBinaryExpression(initial)) return isFixed(initial.getLeft()) && isFixed(initial.getRight());
  if (Node.isTemplateExpression(initial) || Node.isIdentifier(initial)) return true;
  return (
    Node.isLiteralLike(initial) || Node.isTrueLiteral(initial) || Node.isFalseLiteral(initial) || isFunction(initial)
  );
}

function isFunction(node: Node): boolean {
  return Node.isArrowFunction(node) || Node.isFunctionExpression(node);
}

/** The id is the path, and every message is sent somewhere. */
function nameFaults(source: SourceFile, path: string): readonly string[] {
  const meta = source
    .getExportAssignments()[0]
    ?.getExpression()
    .asKind(SyntaxKind.CallExpression)
    ?.getArguments()[0]
    ?.asKind(SyntaxKind.ObjectLiteralExpression)
    ?.getProperty('meta');
  if (meta === undefined || !Node.isPropertyAssignment(meta)) return ['has no `meta` of its own'];
  const object = meta.getInitializer()?.asKind(SyntaxKind.ObjectLiteralExpression);
  const id = stringOf(object?.getProperty('id'));
  const expected = path.replace(/^rules\/[^/]+\//, '').replace(/\.ts$/, '');
  const faults = id === expected ? [] : [`its id is \`${id}\`, its path says \`${expected}\``];
  const messages = initializerOf(object?.getProperty('messages'))?.asKind(SyntaxKind.ObjectLiteralExpression);
  const sent = new Set(
    source
      .getDescendantsOfKind(SyntaxKind.StringLiteral)
      .filter((literal) => !literal.getAncestors().includes(meta))
      .map((literal) => literal.getLiteralValue()),
  );
  for (const property of messages?.getProperties() ?? []) {
    const name = Node.isPropertyAssignment(property) ? property.getName().replaceAll(/['"]/g, '') : '';
    if (!sent.has(name)) faults.push(`message \`${name}\` is never sent`);
  }
  return faults;
}

function initializerOf(property: Node | undefined): Expression | undefined {
  return property !== undefined && Node.isPropertyAssignment(property) ? property.getInitializer() : undefined;
}

function stringOf(property: Node | undefined): string | undefined {
  return initializerOf(property)?.asKind(SyntaxKind.StringLiteral)?.getLiteralValue();
}
