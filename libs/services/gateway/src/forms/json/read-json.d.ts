import type { Reading } from '../reading';
export interface JsonReading {
  /** The message was an array, and so is its answer. */
  readonly batch: boolean;
  /**
   * One for each declaration, in the order of the message; pointers are into the declaration, not the
   * array.
   */
  readonly readings: Reading[];
}
/**
 * One declaration in the canonical form or an array of up to 100, each with its own verdict. Of a name that
 * is given twice the last value counts. Throws MalformedMessage for what is no such message.
 */
export declare function readJson(bytes: Uint8Array): JsonReading;
