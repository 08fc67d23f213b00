import type { Batch } from './batch';
import type { Received } from './event';

/** Rows of one kind of thing: a key, a revision and the state. */
export interface StateTable<State> {
  /** With the schema: `payments.account`. */
  readonly name: string;
  /**
   * The keys that an event needs, so that all rows of a batch are locked at once and in order. Tables are loaded in the
   * order in which a consumer lists them: what an earlier one holds can be asked of the batch.
   */
  keysOf(event: Received, batch: Batch): readonly string[];
  /** Set where the keys ask the batch: the table is loaded when those before it are there, else together with them. */
  readonly asksBatch?: true;
  /** Set where rows are added and never changed: they are read without a lock. */
  readonly neverChanges?: true;
  /** Set where declarations of all buckets share rows: whoever works on them goes last, and hands them on to those behind. */
  readonly isShared?: true;
  /** What of a row follows from the rest of it, worked out once: when it is written. Rows of all are handed on before that. */
  complete?(state: State): State;
  /** Only ever present in the type. */
  readonly state?: State;
}

/** A table whose rows are declarations: the key is the declaration's id. */
export function byDeclaration<State>(name: string): StateTable<State> {
  return { name, keysOf: (event) => [event.declarationId] };
}
