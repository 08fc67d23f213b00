/**
 * A JSON Pointer into the canonical declaration as the path of the element or attribute that it was read
 * from.
 */
export declare function xmlPath(jsonPointer: string): string;
