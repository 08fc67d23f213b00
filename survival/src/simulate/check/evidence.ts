/** An event as its owner's log has it. */
export interface HistoryEvent {
  readonly source: string;
  readonly epoch: number;
  readonly bucket: number;
  readonly position: number;
  readonly key: string;
  readonly type: string;
  readonly data: { readonly version: number; readonly [field: string]: unknown };
}

export interface AnswerRow {
  readonly bucket: number;
  readonly position: number;
  readonly declaration_id: string;
  readonly version: number;
  readonly type: string;
}

export interface TransferRow {
  readonly declaration_id: string;
  readonly version: number;
  readonly purpose: string;
  readonly lines: number;
}

export interface PostingRow extends Pick<TransferRow, 'declaration_id' | 'version' | 'purpose'> {
  readonly account: string;
  readonly amount: string;
}

/**
 * What is left of a run for whoever was not there: logs, rows and what people were told. The checks read this and nothing
 * else, and know the rules of the field by themselves.
 */
export interface Evidence {
  /** All logs, in the order of the commits. */
  readonly history: readonly HistoryEvent[];
  readonly answers: readonly AnswerRow[];
  readonly transfers: readonly TransferRow[];
  readonly postings: readonly PostingRow[];
  readonly accounts: readonly { readonly key: string; readonly used: string; readonly reserved: string }[];
  readonly standings: readonly {
    readonly declarationId: string;
    readonly status: string;
    readonly version: number;
    readonly facts: Readonly<Record<string, unknown>>;
  }[];
  readonly told: {
    readonly lodged: readonly {
      readonly lrn: string;
      readonly party: string;
      readonly declarationId: string;
    }[];
    readonly paid: readonly { readonly noticeNumber: string; readonly reference: string }[];
  };
  /** Positions that relays have marked as carried, beside those that the broker has. */
  readonly marks: readonly {
    readonly log: string;
    readonly marked: number;
    readonly lacking: readonly number[];
  }[];
  /** What services had said before they were set back to a backup: others may have heard it. */
  readonly lost: readonly HistoryEvent[];
  /** What of that they have not said again. */
  readonly forked: readonly HistoryEvent[];
  /** Which of that consumers have listed for their operator. */
  readonly forks: readonly {
    readonly source: string;
    readonly epoch: number;
    readonly bucket: number;
    readonly first: number;
    readonly last: number;
  }[];
  /** Why events became dead letters. */
  readonly buried: readonly string[];
  /** What kept the run from coming to rest. */
  readonly unrest: readonly string[];
}

/** What is wrong, in words. */
export type Violation = string;
export type Check = (evidence: Evidence) => Violation[];

export function groupedBy<Thing>(
  things: readonly Thing[],
  keyOf: (thing: Thing) => string,
): Map<string, Thing[]> {
  const groups = new Map<string, Thing[]>();
  for (const thing of things) {
    const group = groups.get(keyOf(thing));
    if (group) group.push(thing);
    else groups.set(keyOf(thing), [thing]);
  }
  return groups;
}

/** A violation for each key that more than one thing has. */
export function repeated<Thing>(
  things: readonly Thing[],
  keyOf: (thing: Thing) => string,
  say: (key: string, count: number) => Violation,
): Violation[] {
  return [...groupedBy(things, keyOf)].flatMap(([key, { length }]) => (length > 1 ? [say(key, length)] : []));
}
