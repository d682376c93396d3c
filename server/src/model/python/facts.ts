// What stays of a Python file after its tree is dropped: plain JSON, enough to build the module, class and settings tables.
// Holds no node, no function and no analysis. Look next at collect-facts.ts (who makes it) and module-index.ts (who joins files).
import type { Span } from '../../text/span.ts';

/** A small picture of an expression, deep enough for class bodies, field arguments and Meta options. */
export type ValueFact =
  | { readonly kind: 'string'; readonly value: string; readonly span: Span }
  | { readonly kind: 'number'; readonly value: number | null; readonly span: Span }
  | { readonly kind: 'bool'; readonly value: boolean; readonly span: Span }
  | { readonly kind: 'none'; readonly span: Span }
  | { readonly kind: 'list' | 'tuple' | 'set'; readonly items: readonly ValueFact[]; readonly span: Span }
  | {
      readonly kind: 'dict';
      readonly entries: readonly { readonly key: ValueFact | null; readonly value: ValueFact }[];
      readonly span: Span;
    }
  /** `a.b.c`, also a plain name. */
  | { readonly kind: 'name'; readonly name: string; readonly span: Span }
  | {
      readonly kind: 'call';
      /** `a.b.c` of the called thing; null when it is no plain name. */
      readonly callee: string | null;
      /** The receiver when the callee is a method of another call or value: `X.from_queryset(Q)()`. */
      readonly receiver: ValueFact | null;
      readonly args: readonly ValueFact[];
      readonly keywords: readonly KeywordFact[];
      readonly span: Span;
    }
  | { readonly kind: 'starred'; readonly value: ValueFact; readonly span: Span }
  | {
      readonly kind: 'binary';
      readonly op: string;
      readonly left: ValueFact;
      readonly right: ValueFact;
      readonly span: Span;
    }
  | { readonly kind: 'unknown'; readonly span: Span };

/** A keyword argument; `name` is null for `**rest`. `span` covers `name=value`. */
export interface KeywordFact {
  readonly name: string | null;
  readonly value: ValueFact;
  readonly span: Span;
}

/** One bound name of an import statement. */
export interface ImportFact {
  /** As written, without dots: `base` of `from .base import X`; `''` for `from . import X`. */
  readonly module: string;
  /** Number of leading dots. */
  readonly level: number;
  /** The imported name; `'*'` for a star import; null for `import a.b`. */
  readonly name: string | null;
  /** The name it binds here: `b` of `import a as b`, `a` of `import a.b`; `''` for a star. */
  readonly binds: string;
  readonly scope: 'module' | 'function' | 'type-checking';
  readonly span: Span;
}

/** `name = value` (or `name: T = value`) in a module or class body, branches included. */
export interface AssignmentFact {
  readonly name: string;
  readonly nameSpan: Span;
  readonly value: ValueFact;
  readonly annotation: ValueFact | null;
  /** True below an `if`, `try`, `for`, `while`, `with` or `match`. */
  readonly conditional: boolean;
  /** The whole statement. */
  readonly span: Span;
}

export interface FunctionFact {
  readonly name: string;
  readonly nameSpan: Span;
  readonly isAsync: boolean;
  /** `a.b` of each decorator; null when it is no plain name or call of one. */
  readonly decorators: readonly (string | null)[];
  readonly parameters: readonly string[];
  readonly span: Span;
}

export interface ClassFact {
  readonly name: string;
  /** `Outer.Inner` for nested classes. */
  readonly qualifiedName: string;
  readonly nameSpan: Span;
  readonly bases: readonly ValueFact[];
  readonly keywords: readonly KeywordFact[];
  readonly decorators: readonly (string | null)[];
  readonly assignments: readonly AssignmentFact[];
  readonly methods: readonly FunctionFact[];
  readonly classes: readonly ClassFact[];
  /** True when the class sits in a function or below a branch. */
  readonly conditional: boolean;
  /** Offset at which the first statement of the body begins. */
  readonly bodyStart: number;
  readonly span: Span;
}

export interface PythonFacts {
  readonly imports: readonly ImportFact[];
  readonly assignments: readonly AssignmentFact[];
  readonly classes: readonly ClassFact[];
  readonly functions: readonly FunctionFact[];
  /** Upper-case names that the module's own statements assign. */
  readonly settingNames: readonly string[];
  /** Values given to DJANGO_SETTINGS_MODULE, as in `os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'config.settings')`. */
  readonly settingsModules: readonly { readonly module: string; readonly span: Span }[];
  /** Patterns of the files that the module runs in its own namespace (django-split-settings), as `components/*.py`. */
  readonly includes: readonly string[];
  /** Values given to DJANGO_CONFIGURATION: the class of the settings module that django-configurations sets up. */
  readonly settingsClasses: readonly { readonly name: string; readonly span: Span }[];
  /** True when a `for` or comprehension is there: only such files can hold a query per row. */
  readonly hasLoops: boolean;
  readonly hasErrors: boolean;
}
