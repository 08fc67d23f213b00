export interface Place {
  /** Counted from 1. */
  readonly line?: number;
  /** Counted from 1, in UTF-16 units. */
  readonly column?: number;
  /** JSON Pointer or XPath, where the form has got as far as that. */
  readonly pointer?: string;
}

/** A message that no declaration can be read from; `detail` is a sentence for its sender. */
export class MalformedMessage extends Error implements Place {
  readonly line?: number;
  readonly column?: number;
  readonly pointer?: string;

  constructor(
    readonly detail: string,
    { line, column, pointer }: Place = {},
  ) {
    super(line === undefined ? detail : `${detail} (line ${line}, column ${column})`);
    this.name = new.target.name;
    this.line = line;
    this.column = column;
    this.pointer = pointer;
  }
}

/** More bytes than any form takes. */
export class MessageTooLarge extends MalformedMessage {}

/** Line and column of an offset into a text. */
export function placeAt(text: string, offset: number): Place {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}
