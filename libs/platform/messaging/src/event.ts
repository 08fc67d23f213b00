/** What an owner decided, before it has a place in the log. The key of every event is its declaration's id. */
export interface OutgoingEvent {
  readonly type: string;
  readonly data: { readonly declarationId: string };
}

/** Where an event stands: the log of one source, one life of it (epoch), one bucket, one place. */
export interface Place {
  readonly source: string;
  readonly epoch: number;
  readonly bucket: number;
  readonly position: number;
}

/** An event as it is kept and carried: its data is text, parsed only by who needs it. */
export interface StoredEvent extends Place {
  readonly key: string;
  readonly type: string;
  readonly data: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The instant of the append, ISO 8601 in UTC. */
  readonly at: string;
}

/** An event as a handler sees it: its data has passed its schema. */
export interface Received<Data = unknown> extends Place {
  readonly declarationId: string;
  readonly type: string;
  readonly data: Data;
  readonly at: string;
}

/** The largest event that may be appended, in bytes; 1,000 goods items fit. */
export const EVENT_BYTES_MAX = 2 * 1024 * 1024;

export function placeName({ source, epoch, bucket, position }: Place): string {
  return `${source}.${epoch}/${bucket}/${position}`;
}
