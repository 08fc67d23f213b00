/** The text of a message, which is UTF-8 with or without a byte order mark, of at most 10 MiB. */
export declare function utf8Text(bytes: Uint8Array): string;
