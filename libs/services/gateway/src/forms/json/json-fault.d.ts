/**
 * Where a text stops being JSON (RFC 8259), or -1 where it does not. What JSON.parse says of the place
 * differs from one version of V8 to the next, and often it says nothing.
 */
export declare function jsonFaultAt(text: string): number;
/** Where brackets are nested deeper than that, or -1; strings are passed over. */
export declare function nestedDeeperAt(text: string, most: number): number;
