/** A table as it is written to. */
export interface TableShape {
  /** With the schema. */
  readonly name: string;
  /** Those that are not generated. */
  readonly columns: readonly { readonly name: string; readonly type: string }[];
}

/** The row of a table, each value as PostgreSQL writes it. */
export type RowText = readonly (string | null)[];

/** What a service had written about a declaration when it was released and everything had come to rest. */
export interface ServiceRows {
  /** By table. */
  readonly rows: Readonly<Record<string, readonly RowText[]>>;
  readonly events: readonly { readonly type: string; readonly data: string }[];
}

/** One declaration that the product had cleared. */
export interface Specimen {
  readonly id: string;
  readonly lrn: string;
  readonly mrn: string;
  /** By schema. */
  readonly services: Readonly<Record<string, ServiceRows>>;
}

export interface Specimens {
  /** By schema, in the order of the chain. */
  readonly tables: Readonly<Record<string, readonly TableShape[]>>;
  readonly declarations: readonly Specimen[];
  /** As they were when nothing had been lodged. */
  readonly accounts: readonly { readonly id: string; readonly state: string }[];
}

export interface BareOrder {
  readonly adminUrl: string;
  readonly specimens: Specimens;
  /** Declarations in a transaction. */
  readonly batch: number;
  /** Transactions at a time. */
  readonly connections: number;
}
