import type { Declaration, Form } from '@tonggwan/contracts';

/** A message as it came, for the table that only grows. */
export interface RawMessage {
  readonly id: string;
  readonly party: string;
  readonly subject: string;
  readonly received_at: string;
  readonly media_type: string;
  readonly body: Buffer;
  readonly fault: string | null;
  readonly declaration_ids: readonly string[];
}

/** One declaration that could be read. */
export interface Message {
  readonly declarationId: string;
  readonly party: string;
  readonly lrn: string;
  readonly form: Form;
  readonly contentHash: string;
  readonly transportDocuments: readonly string[];
  readonly historical: boolean;
  readonly goodsPresent: boolean;
  readonly declaration: Declaration;
  readonly unknownFields: string[];
  /** To be kept in the same commit; an array's comes with its first. */
  readonly raw?: RawMessage;
}
