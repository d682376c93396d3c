// Builds all models of a project: fields with their targets, both sides of relations, Meta, managers.
// Must not look into function bodies; loads/ does. Nothing is guessed from a name: what cannot be resolved stays unknown.
// Look next at model-class.ts (what comes out), class-graph.ts and name-table.ts (how names are followed), questions.ts (what rules ask).
import type { FileId } from '../../text/file-id.ts';
import { folderOf } from '../../text/file-id.ts';
import type { ClassFact, PythonFacts, ValueFact } from '../python/facts.ts';
import type { ModuleIndex } from '../python/module-index.ts';
import type { Sources } from '../sources.ts';
import { AppLabels } from './app-label.ts';
import { ClassGraph, type ClassInfo, classesOf } from './class-graph.ts';
import { hasForeignReverse } from './field-classes.ts';
import { libraryModels } from './library-classes.ts';
import { collectLoads } from './loads/collect-loads.ts';
import { isModelRoot, readManagers } from './managers.ts';
import type { OrmField, OrmModelClass, ReverseRelation } from './model-class.ts';
import { NameTable } from './name-table.ts';
import { declaredFields, type FieldDraft, keyword } from './read-fields.ts';
import { readMeta } from './read-meta.ts';
import type { RelationLoad } from './relation-load.ts';
import { reverseRelation } from './reverse-relations.ts';

export type { OrmField, OrmIndex, OrmModelClass } from './model-class.ts';

/** What the model graph is made of. */
export interface OrmInput {
  readonly sources: Sources;
  readonly modules: ModuleIndex;
  readonly facts: ReadonlyMap<FileId, PythonFacts>;
  /** AUTH_USER_MODEL as `app.Model` of the settings that a file runs under. */
  readonly userModelFor: (file: FileId) => string | undefined;
  readonly isTestFile: (file: FileId) => boolean;
}

/** The models of a project and what its code does with them. */
export interface OrmModel {
  /** The project's own models, abstract ones too, by file and place. */
  readonly models: readonly OrmModelClass[];
  /** The model for a class; undefined when it is none. */
  modelOf(info: ClassInfo): OrmModelClass | undefined;
  /** What `settings.AUTH_USER_MODEL` means in a file. */
  userModel(file: FileId): OrmModelClass | undefined;
  readonly classes: ClassGraph;
  /** Relations that are read once for each row of a loop, by file and place. Computed once, when first asked. */
  loads(): readonly RelationLoad[];
  /** Computes the loads in steps, for those who must not block for long; `loads()` then has them. */
  prepareLoads(): Generator<void, void>;
}

/** A model while it is built. */
interface Draft extends OrmModelClass {
  fields: Map<string, OrmField>;
  readonly reverse: Map<string, ReverseRelation>;
  parents: OrmModelClass[];
}

/** Builds the model graph. Pure: the same input gives the same graph. */
export function buildOrm(input: OrmInput): OrmModel {
  return new Builder(input).build();
}

class Builder {
  readonly #input: OrmInput;
  readonly #graph: ClassGraph;
  readonly #models = new Map<string, Draft>();
  readonly #byLabel = new Map<string, Draft[]>();
  readonly #declared = new Map<string, ReadonlyMap<string, FieldDraft | null>>();

  constructor(input: OrmInput) {
    this.#input = input;
    const names = new NameTable(input.facts, input.modules);
    this.#graph = new ClassGraph(names, (file) => input.modules.moduleOf(file), input.sources);
  }

  build(): OrmModel {
    const labels = new AppLabels(this.#input.facts, (module, from) => {
      const file = this.#input.modules.resolve(from, 0, module);
      return file === undefined ? undefined : folderOf(file);
    });
    for (const info of libraryModels()) this.#add(info, info.module, 'app');
    for (const [file, facts] of this.#input.facts) {
      if (this.#input.isTestFile(file)) continue;
      for (const fact of classesOf(facts)) this.#consider(file, fact, labels);
    }
    const all = [...this.#models.values()];
    for (const model of all) model.parents = this.#parents(model);
    for (const model of all) model.fields = this.#fields(model);
    for (const model of all) this.#addReverse(model);
    for (const model of all) this.#inheritReverse(model);
    const models = all.filter((model) => model.info.file !== undefined);
    const input = this.#input;
    let loads: readonly RelationLoad[] | undefined;
    const orm: OrmModel = {
      models,
      modelOf: (info) => this.#models.get(info.id),
      userModel: (file) => this.#userModel(file),
      classes: this.#graph,
      loads: () => {
        for (const _ of orm.prepareLoads());
        return loads ?? [];
      },
      *prepareLoads() {
        loads ??= yield* collectLoads(input, orm);
      },
    };
    return orm;
  }

  #consider(file: FileId, fact: ClassFact, labels: AppLabels): void {
    if (fact.bases.length === 0) return;
    const info = this.#graph.info(file, fact);
    const ancestors = this.#graph.ancestors(info);
    const isModel = ancestors.some((one) => typeof one === 'string' && isModelRoot(one));
    const isUnclear =
      !isModel && ancestors.some((one) => one === undefined || (typeof one === 'string' && mayBeModel(one)));
    if (!isModel && !(isUnclear && this.#hasColumns(info))) return;
    this.#add(info, labels.of(file), undefined);
  }

  /** A class of unknown bases that declares fields of `django.db.models` is a model all the same. */
  #hasColumns(info: ClassInfo): boolean {
    for (const field of this.#ownFields(info).values()) if (field !== null && field.kind !== 'other') return true;
    return false;
  }

  #add(info: ClassInfo, app: string, library: 'app' | undefined): void {
    const meta = readMeta(this.#graph, info);
    const appLabel = meta.appLabel ?? (library === undefined ? app : '');
    const { file, fact } = info;
    const model: Draft = {
      info,
      id: info.id,
      name: fact.name,
      appLabel,
      label: `${appLabel}.${fact.name}`,
      place: file === undefined ? undefined : { file, span: fact.nameSpan },
      meta,
      open: !this.#graph.isClosed(info, (name) => isModelRoot(name) || harmlessBases.has(name)),
      fields: new Map(),
      reverse: new Map(),
      parents: [],
      managers: readManagers(this.#graph, info),
    };
    this.#models.set(info.id, model);
    const key = model.label.toLowerCase();
    const same = this.#byLabel.get(key);
    if (same === undefined) this.#byLabel.set(key, [model]);
    else same.push(model);
  }

  /** The concrete models above, nearest first; a proxy's concrete model too. */
  #parents(model: Draft): OrmModelClass[] {
    const parents: OrmModelClass[] = [];
    for (const one of this.#graph.ancestors(model.info).slice(1)) {
      if (one === undefined || typeof one === 'string') continue;
      const parent = this.#models.get(one.id);
      if (parent !== undefined && !parent.meta.abstract) parents.push(parent);
    }
    return parents;
  }

  #ownFields(info: ClassInfo): ReadonlyMap<string, FieldDraft | null> {
    const kept = this.#declared.get(info.id);
    if (kept !== undefined) return kept;
    const made = declaredFields(this.#graph, info);
    this.#declared.set(info.id, made);
    return made;
  }

  #fields(model: Draft): Map<string, OrmField> {
    const fields = new Map<string, OrmField>();
    for (const one of [...this.#graph.ancestors(model.info)].reverse()) {
      if (one === undefined || typeof one === 'string') continue;
      for (const [name, draft] of this.#ownFields(one)) {
        if (draft === null) fields.delete(name);
        else fields.set(name, { ...draft, target: this.#target(this.#scopeOf(model, draft), draft) });
      }
    }
    return fields;
  }

  /** The concrete model that a field belongs to: the model, or the multi-table parent that it comes from. */
  #scopeOf(model: Draft, field: FieldDraft): Draft {
    const parent = model.parents.findLast((one) => this.#graph.ancestors(one.info).includes(field.declaredIn));
    return (parent as Draft | undefined) ?? model;
  }

  /** The model that a relation points to, as seen from the concrete model that has the field. */
  #target(model: Draft, field: FieldDraft): Draft | undefined {
    if (field.to === undefined) return undefined;
    return this.#meant(model, field.declaredIn.file, field.to, 0);
  }

  #meant(model: Draft, file: FileId | undefined, to: ValueFact, depth: number): Draft | undefined {
    if (depth > 4) return undefined;
    if (to.kind === 'string') {
      if (to.value === 'self') return model;
      const label = to.value.includes('.') ? to.value : `${model.appLabel}.${to.value}`;
      return this.#labelled(label, model.info.file);
    }
    if (to.kind === 'call') {
      const isUser =
        /(^|\.)get_user_model$/.test(to.callee ?? '') ||
        to.args.some((one) => one.kind === 'string' && one.value === 'AUTH_USER_MODEL');
      return isUser ? this.#userModel(model.info.file ?? file) : undefined;
    }
    if (to.kind !== 'name') return undefined;
    if (/(^|\.)AUTH_USER_MODEL$/.test(to.name)) return this.#userModel(model.info.file ?? file);
    const named = this.#graph.named(file, to.name);
    if (named !== undefined && typeof named !== 'string') return this.#models.get(named.id);
    const meaning = file === undefined ? undefined : this.#graph.names.resolve(file, to.name);
    return meaning?.kind === 'value' ? this.#meant(model, meaning.file, meaning.fact.value, depth + 1) : undefined;
  }

  /** The model of a label; of several (two projects in one repository) the one that shares most of the path. */
  #labelled(label: string, near: FileId | undefined): Draft | undefined {
    const all = this.#byLabel.get(label.toLowerCase()) ?? [];
    if (all.length < 2 || near === undefined) return all[0];
    return [...all].sort((a, b) => sharedFolders(b.info.file, near) - sharedFolders(a.info.file, near))[0];
  }

  #userModel(file: FileId | undefined): Draft | undefined {
    const label = file === undefined ? undefined : this.#input.userModelFor(file);
    if (label !== undefined) return this.#labelled(label, file);
    const users = [...this.#models.values()].filter(
      (model) => model.info.file !== undefined && !model.meta.abstract && !model.meta.proxy && this.#isUser(model),
    );
    if (users.length > 1) return undefined;
    return users[0] ?? this.#models.get('django.contrib.auth.models.User');
  }

  #isUser(model: Draft): boolean {
    const ids = this.#graph
      .ancestors(model.info)
      .map((one) => (one === undefined || typeof one === 'string' ? one : one.id));
    return (
      ids.includes('django.contrib.auth.base_user.AbstractBaseUser') && !ids.includes('django.contrib.auth.models.User')
    );
  }

  #addReverse(model: Draft): void {
    if (model.meta.abstract || model.meta.proxy) return;
    for (const field of model.fields.values()) {
      // What a concrete parent declares has its other side there.
      if (model.parents.some((parent) => parent.fields.get(field.name)?.declaredIn === field.declaredIn)) continue;
      const target = field.target as Draft | undefined;
      if (target === undefined || hasForeignReverse(field.fieldClass ?? '')) continue;
      const relation = reverseRelation(model, field);
      if (relation !== undefined) this.#concrete(target).reverse.set(relation.accessor, relation);
    }
    const parent = model.parents[0];
    if (parent !== undefined) this.#addChildAccessor(model, parent as Draft);
  }

  /** `place.restaurant` of multi-table inheritance. */
  #addChildAccessor(model: Draft, parent: Draft): void {
    const accessor = model.name.toLowerCase();
    const explicit = [...model.fields.values()].some((field) => keyword(field.keywords, 'parent_link') !== undefined);
    if (explicit || parent.reverse.has(accessor)) return;
    const { fact } = model.info;
    const field: OrmField = {
      name: `${parent.name.toLowerCase()}_ptr`,
      kind: 'one-to-one',
      fieldClass: 'django.db.models.OneToOneField',
      target: parent,
      declaredIn: model.info,
      file: model.info.file,
      nameSpan: fact.nameSpan,
      callSpan: fact.nameSpan,
      args: [],
      keywords: [],
      null: false,
      unique: true,
      primaryKey: true,
      index: false,
    };
    parent.reverse.set(accessor, { accessor, queryName: accessor, kind: 'one-to-one', from: model, field });
  }

  #concrete(model: Draft): Draft {
    return model.meta.proxy ? ((model.parents.find((one) => !one.meta.proxy) as Draft | undefined) ?? model) : model;
  }

  #inheritReverse(model: Draft): void {
    for (const parent of model.parents) {
      for (const [accessor, relation] of parent.reverse)
        if (!model.reverse.has(accessor)) model.reverse.set(accessor, relation);
    }
  }
}

/** False for Django's own classes outside the models of its apps: expressions, fields, forms, views. */
function mayBeModel(name: string): boolean {
  return !name.startsWith('builtins.') && (!name.startsWith('django.') || /^django\.contrib\.\w+\.models\./.test(name));
}

const harmlessBases = new Set(['builtins.object', 'abc.ABC', 'typing.Generic', 'typing.Protocol']);

function sharedFolders(file: FileId | undefined, near: FileId): number {
  if (file === undefined) return -1;
  const a = file.split('/');
  const b = near.split('/');
  let shared = 0;
  while (shared < a.length - 1 && a[shared] === b[shared]) shared++;
  return shared;
}
