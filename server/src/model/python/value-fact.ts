import type { Expr, Keyword } from '../../syntax/python/nodes.ts';
import { dottedName } from '../../syntax/python/walk.ts';
import type { Span } from '../../text/span.ts';
import type { KeywordFact, ValueFact } from './facts.ts';

/** Deeper values are pictures of data, not of declarations; they stay unknown. */
const deepest = 12;

/** The JSON picture of an expression; what it cannot show is `unknown` with its span. */
export function valueFact(expr: Expr, depth = 0): ValueFact {
  const span: Span = { start: expr.start, end: expr.end };
  if (depth > deepest) return { kind: 'unknown', span };
  switch (expr.kind) {
    case 'Str':
      return { kind: 'string', value: expr.value, span };
    case 'Num':
      return { kind: 'number', value: expr.value, span };
    case 'Bool':
      return { kind: 'bool', value: expr.value, span };
    case 'NoneLit':
      return { kind: 'none', span };
    case 'List':
      return { kind: 'list', items: valueFacts(expr.elts, depth), span };
    case 'Tuple':
      return { kind: 'tuple', items: valueFacts(expr.elts, depth), span };
    case 'Set':
      return { kind: 'set', items: valueFacts(expr.elts, depth), span };
    case 'Dict':
      return {
        kind: 'dict',
        entries: expr.values.map((value, i) => {
          const key = expr.keys[i] ?? null;
          return { key: key === null ? null : valueFact(key, depth + 1), value: valueFact(value, depth + 1) };
        }),
        span,
      };
    case 'Starred':
      return { kind: 'starred', value: valueFact(expr.value, depth + 1), span };
    case 'BinOp':
      return {
        kind: 'binary',
        op: expr.op,
        left: valueFact(expr.left, depth + 1),
        right: valueFact(expr.right, depth + 1),
        span,
      };
    case 'UnaryOp':
      if (expr.op === 'USub' && expr.operand.kind === 'Num' && expr.operand.value !== null) {
        return { kind: 'number', value: -expr.operand.value, span };
      }
      return { kind: 'unknown', span };
    case 'Call':
      return {
        kind: 'call',
        callee: dottedName(expr.func) ?? null,
        receiver: receiverFact(expr.func, depth),
        args: valueFacts(expr.args, depth),
        keywords: keywordFacts(expr.keywords, depth),
        span,
      };
    default: {
      const name = dottedName(expr);
      return name === undefined ? { kind: 'unknown', span } : { kind: 'name', name, span };
    }
  }
}

function valueFacts(exprs: readonly Expr[], depth: number): readonly ValueFact[] {
  return exprs.map((expr) => valueFact(expr, depth + 1));
}

/** `X.from_queryset(Q)` in `X.from_queryset(Q)()`, `f()` in `f().g()`: what stands before the called name when that is no plain name. */
function receiverFact(func: Expr, depth: number): ValueFact | null {
  if (dottedName(func) !== undefined) return null;
  return valueFact(func.kind === 'Attribute' ? func.value : func, depth + 1);
}

/** Keyword arguments with the span of `name=value`. */
export function keywordFacts(keywords: readonly Keyword[], depth = 0): readonly KeywordFact[] {
  return keywords.map((keyword) => ({
    name: keyword.arg,
    value: valueFact(keyword.value, depth + 1),
    span: { start: keyword.start, end: keyword.end },
  }));
}
