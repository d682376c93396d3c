import type { FileId } from '../../text/file-id.ts';
import type { Location } from '../../text/location.ts';
import type { Span } from '../../text/span.ts';
import type { KeywordFact, ValueFact } from '../python/facts.ts';
import type { ClassInfo } from './class-graph.ts';

/** What a field is to the queries that read it. `other` is a field whose class we do not know. */
export type FieldKind =
  | 'foreign-key'
  | 'one-to-one'
  | 'many-to-many'
  | 'generic-foreign-key'
  | 'generic-relation'
  | 'column'
  | 'other';

/** A field of a model, own or copied from an abstract parent. */
export interface OrmField {
  readonly name: string;
  readonly kind: FieldKind;
  /** Full name of the known class at the root, as `django.db.models.SlugField`; undefined when unknown. */
  readonly fieldClass: string | undefined;
  /** The model that a relation points to; undefined for a column, or when the target is unknown. */
  readonly target: OrmModelClass | undefined;
  /** The class that writes the field, which may be an abstract parent. */
  readonly declaredIn: ClassInfo;
  /** File of the declaration; undefined for a library's. */
  readonly file: FileId | undefined;
  readonly nameSpan: Span;
  /** The whole call. */
  readonly callSpan: Span;
  readonly args: readonly ValueFact[];
  readonly keywords: readonly KeywordFact[];
  /** Undefined when the source does not tell, as `null=SOME_NAME`. */
  readonly null: boolean | undefined;
  readonly unique: boolean | undefined;
  readonly primaryKey: boolean | undefined;
  /** What the field itself makes: an index of its own that is no unique constraint. */
  readonly index: boolean | undefined;
}

/** The other side of a relation, as the target model sees it. */
export interface ReverseRelation {
  /** The attribute, as `book_set`. */
  readonly accessor: string;
  /** The name in lookups, as `book`; undefined when it is not constant. */
  readonly queryName: string | undefined;
  readonly kind: 'foreign-key' | 'one-to-one' | 'many-to-many';
  readonly from: OrmModelClass;
  readonly field: OrmField;
}

/** An entry of `Meta.indexes`, `constraints`, `unique_together` or `index_together`. */
export interface OrmIndex {
  readonly source: 'index' | 'unique-constraint' | 'unique-together' | 'index-together';
  /** Full name of the class, `django.db.models.Index` for all btree indexes; undefined for the `_together` lists. */
  readonly indexClass: string | undefined;
  /** Field names without direction; undefined when they are not constant or are expressions. */
  readonly fields: readonly string[] | undefined;
  /** The same as written: a descending one begins with `-`. */
  readonly written: readonly string[] | undefined;
  /** True when it has a condition, operator classes, expressions, a tablespace or anything else that changes what it can serve. */
  readonly special: boolean;
  readonly name: string | undefined;
  readonly file: FileId | undefined;
  readonly span: Span;
}

/** What `Meta` says, inherited parts included. */
export interface OrmMeta {
  readonly abstract: boolean;
  readonly proxy: boolean;
  readonly managed: boolean;
  readonly appLabel: string | undefined;
  readonly defaultRelatedName: string | undefined;
  readonly indexes: readonly OrmIndex[];
  /** False when some entry or list could not be read: absence proves nothing then. */
  readonly indexesKnown: boolean;
  readonly ordering: readonly string[] | undefined;
  /** The class that holds `Meta`, own or inherited. */
  readonly declaredIn: ClassInfo | undefined;
}

/** A manager of a model. `class` is undefined for Django's own; `opaque` when it may change what is loaded. */
export interface OrmManager {
  readonly name: string;
  readonly managerClass: ClassInfo | undefined;
  /** The queryset class of `from_queryset(Q)` or `Q.as_manager()`. */
  readonly querySetClass: ClassInfo | undefined;
  readonly opaque: boolean;
}

/** A model: one class, known by file and qualified name and never by its bare name. */
export interface OrmModelClass {
  readonly info: ClassInfo;
  /** As `ClassInfo.id`. */
  readonly id: string;
  readonly name: string;
  readonly appLabel: string;
  /** `app.Model`. */
  readonly label: string;
  /** Where the class name stands; undefined for a library's model. */
  readonly place: Location | undefined;
  readonly meta: OrmMeta;
  /** True when an ancestor is unknown: what is not seen may still be there. */
  readonly open: boolean;
  /** Own and inherited fields by name, in order of declaration. */
  readonly fields: ReadonlyMap<string, OrmField>;
  /** Reverse sides by accessor, those of multi-table parents included. */
  readonly reverse: ReadonlyMap<string, ReverseRelation>;
  /** Concrete parents by multi-table inheritance, nearest first. */
  readonly parents: readonly OrmModelClass[];
  readonly managers: readonly OrmManager[];
}
