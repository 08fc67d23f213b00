/** PostgreSQL's number for the type `text`. */
const TEXT_OID = 25;

/** Dimensions, whether one is null, type, length and lower bound of the only dimension: 32 bits each. */
const HEADER_BYTES = 20;
const LENGTH_BYTES = 4;

/** A parameter of type `text[]` in PostgreSQL's binary form: long texts go as they are, without quoting on either side. */
export function textArray(texts: readonly string[]): Buffer {
  const lengths = texts.map((text) => Buffer.byteLength(text));
  const total = lengths.reduce((sum, length) => sum + LENGTH_BYTES + length, HEADER_BYTES);
  const array = Buffer.allocUnsafe(total);
  let at = 0;
  for (const word of [1, 0, TEXT_OID, texts.length, 1]) at = array.writeInt32BE(word, at);
  texts.forEach((text, index) => {
    at = array.writeInt32BE(lengths[index]!, at);
    at += array.write(text, at, 'utf8');
  });
  return array;
}
