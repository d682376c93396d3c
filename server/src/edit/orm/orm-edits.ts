// Turns what a rule wants of querysets and models into text edits in the file's own style.
// Must not judge: a builder that cannot do its work well gives undefined.
// Look next at load-edits.ts (querysets), index-edits.ts (fields and Meta) and argument-edits.ts (commas and line breaks).
import type { OrmField, OrmIndex } from '../../model/orm/model-graph.ts';
import type { RelationLoad } from '../../model/orm/relation-load.ts';
import type { Sources } from '../../model/sources.ts';
import type { FileEdit } from '../../text/location.ts';
import { removeFieldIndex, removeMetaIndex } from './index-edits.ts';
import { keyEdits, loadEdits } from './load-edits.ts';

export interface OrmEdits {
  /**
   * Makes the load's querysets fetch all that their rows read: `select_related` for single objects, `prefetch_related` behind a to-many relation.
   * Merges into calls that are there, extends `only()`, gives `iterator()` the `chunk_size` that it needs then.
   */
  loadRelations(load: RelationLoad): readonly FileEdit[] | undefined;
  /** Reads the key from the row's own column, where the load is for nothing else: `book.author_id` for `book.author.id`. */
  readKeys(load: RelationLoad): readonly FileEdit[] | undefined;
  /** Takes away the index that a field makes itself: the keyword `db_index=True`, or `db_index=False` for a relation. */
  removeFieldIndex(field: OrmField): readonly FileEdit[] | undefined;
  /** Takes an entry out of `Meta.indexes` or `index_together`, with its comma. */
  removeMetaIndex(index: OrmIndex): readonly FileEdit[] | undefined;
}

/** The builders over one state of the texts. */
export function ormEdits(sources: Sources): OrmEdits {
  return {
    loadRelations: (load) => loadEdits(sources, load),
    readKeys: (load) => keyEdits(sources, load),
    removeFieldIndex: (field) => removeFieldIndex(sources, field),
    removeMetaIndex: (index) => removeMetaIndex(sources, index),
  };
}
