/** PostgreSQL's numbers for its types. */
const [BYTEA_OID, TEXT_OID] = [17, 25];

/** Dimensions, whether one is null, type, length and lower bound of the only dimension: 32 bits each. */
const HEADER_BYTES = 20;
const LENGTH_BYTES = 4;
/** In place of a length. */
const NULL = -1;

/** A parameter of type `text[]` in PostgreSQL's binary form: long texts go as they are, without quoting on either side. */
export function textArray(texts: readonly (string | null)[]): Buffer {
  const lengths = texts.map((text) => (text === null ? NULL : Buffer.byteLength(text)));
  return filled(TEXT_OID, lengths, (array, at, index) => array.write(texts[index]!, at, 'utf8'));
}

/** The same of type `bytea[]`. */
export function byteaArray(values: readonly (Buffer | null)[]): Buffer {
  const lengths = values.map((value) => (value === null ? NULL : value.length));
  return filled(BYTEA_OID, lengths, (array, at, index) => values[index]!.copy(array, at));
}

/** @param put writes one element that is not null, and answers how many bytes that took */
function filled(
  oid: number,
  lengths: readonly number[],
  put: (array: Buffer, at: number, index: number) => number,
): Buffer {
  let total = HEADER_BYTES;
  for (const length of lengths) total += LENGTH_BYTES + Math.max(0, length);
  const array = Buffer.allocUnsafe(total);
  let at = 0;
  const hasNull = lengths.includes(NULL) ? 1 : 0;
  for (const word of [1, hasNull, oid, lengths.length, 1]) at = array.writeInt32BE(word, at);
  lengths.forEach((length, index) => {
    at = array.writeInt32BE(length, at);
    if (length > 0) at += put(array, at, index);
  });
  return array;
}
