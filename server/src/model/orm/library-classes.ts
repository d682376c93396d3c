import data from '../../data/library-models.json' with { type: 'json' };
import type { AssignmentFact, ClassFact, KeywordFact, ValueFact } from '../python/facts.ts';
import type { ClassInfo } from './class-graph.ts';

/** One class as library-models.json writes it: fields are name, field class of django.db.models, target, options. */
interface LibraryModel {
  readonly module: string;
  readonly app: string;
  readonly name: string;
  readonly bases: readonly string[];
  readonly abstract?: boolean;
  /** Not a model itself, only harmless beside one. */
  readonly mixin?: boolean;
  /** Name of a manager that adds nothing to what is loaded. */
  readonly manager?: string;
  readonly fields: readonly (readonly (string | null | Readonly<Record<string, string | boolean>>)[])[];
}

const span = { start: 0, end: 0 };
const string = (value: string): ValueFact => ({ kind: 'string', value, span });
const name = (value: string): ValueFact => ({ kind: 'name', name: value, span });

let classes: Map<string, ClassInfo> | undefined;

/** The class of a library whose models we know, by its full dotted name. Django's own re-exports included. */
export function libraryClass(dotted: string): ClassInfo | undefined {
  classes ??= new Map(libraryModels().map((one) => [one.id, one]));
  return classes.get(dotted) ?? classes.get(aliases.get(dotted) ?? '');
}

/** All classes of libraries that we know. */
export function libraryModels(): readonly ClassInfo[] {
  return (data.models as readonly LibraryModel[]).map(asClass);
}

const aliases = new Map([
  ['django.contrib.auth.models.AbstractBaseUser', 'django.contrib.auth.base_user.AbstractBaseUser'],
  ['mptt.models.MPTTModelBase', 'mptt.models.MPTTModel'],
]);

function asClass(model: LibraryModel): ClassInfo {
  const assignments = model.fields.map(field);
  if (model.manager !== undefined)
    assignments.push(assignment(model.manager, call('django.db.models.Manager', [], [])));
  const meta: AssignmentFact[] = [];
  if (model.abstract === true) meta.push(assignment('abstract', { kind: 'bool', value: true, span }));
  // Heirs of an abstract model belong to their own app.
  else if (model.app !== '') meta.push(assignment('app_label', string(model.app)));
  const fact = {
    ...emptyClass(model.name),
    bases: model.bases.map(name),
    assignments,
    classes: [{ ...emptyClass('Meta'), assignments: meta }],
  };
  return { id: `${model.module}.${model.name}`, file: undefined, module: model.module, fact };
}

function emptyClass(className: string): ClassFact {
  return {
    name: className,
    qualifiedName: className,
    nameSpan: span,
    bases: [],
    keywords: [],
    decorators: [],
    assignments: [],
    methods: [],
    classes: [],
    conditional: false,
    bodyStart: 0,
    span,
  };
}

function field([fieldName, fieldClass, target, options]: LibraryModel['fields'][number]): AssignmentFact {
  const args = typeof target === 'string' ? [target.startsWith('settings.') ? name(target) : string(target)] : [];
  const keywords = Object.entries(typeof options === 'object' && options !== null ? options : {}).map(
    ([key, value]): KeywordFact => ({
      name: key,
      value: typeof value === 'string' ? string(value) : { kind: 'bool', value, span },
      span,
    }),
  );
  return assignment(String(fieldName), call(`django.db.models.${String(fieldClass)}`, args, keywords));
}

function assignment(fieldName: string, value: ValueFact): AssignmentFact {
  return { name: fieldName, nameSpan: span, value, annotation: null, conditional: false, span };
}

function call(callee: string, args: readonly ValueFact[], keywords: readonly KeywordFact[]): ValueFact {
  return { kind: 'call', callee, receiver: null, args, keywords, span };
}
