import type { Stmt } from '../../../syntax/python/nodes.ts';

/** The statements in the branches of an `if`, `try`, `with` or `match`, which a `continue` in them leaves too; none for loops and definitions. */
export function branchStatements(statement: Stmt): readonly Stmt[] {
  switch (statement.kind) {
    case 'If':
      return [...statement.body, ...statement.clauses.flatMap((one) => one.body)];
    case 'Try':
      return [
        ...statement.body,
        ...statement.handlers.flatMap((one) => one.body),
        ...statement.orelse,
        ...statement.finalbody,
      ];
    case 'With':
      return statement.body;
    case 'Match':
      return statement.cases.flatMap((one) => one.body);
    default:
      return [];
  }
}
