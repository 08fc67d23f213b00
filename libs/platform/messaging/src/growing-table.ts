/** A type of SQL. */
export type ColumnType =
  | 'bigint'
  | 'bytea'
  | 'int'
  | 'jsonb'
  | 'smallint'
  | 'text'
  | 'timestamptz'
  | 'uuid'
  | 'uuid[]';

/** Rows that are added and never changed. */
export interface GrowingTable<Row extends object = object> {
  /** With the schema: `payments.posting`. */
  readonly name: string;
  /** As its migration has them. */
  readonly columns: { readonly [Column in keyof Row]-?: ColumnType };
}
