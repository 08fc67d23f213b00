export interface Place {
  /** Counted from 1. */
  readonly line?: number;
  /** Counted from 1, in UTF-16 units. */
  readonly column?: number;
  /** JSON Pointer or XPath, where the form has got as far as that. */
  readonly pointer?: string;
}
/** A message that no declaration can be read from; `detail` is a sentence for its sender. */
export declare class MalformedMessage extends Error implements Place {
  readonly detail: string;
  readonly line?: number;
  readonly column?: number;
  readonly pointer?: string;
  constructor(detail: string, { line, column, pointer }?: Place);
}
/** More bytes than any form takes. */
export declare class MessageTooLarge extends MalformedMessage {}
/** Line and column of an offset into a text. */
export declare function placeAt(text: string, offset: number): Place;
