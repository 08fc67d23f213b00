/** Castagnoli's polynomial with its bits in reverse order (RFC 3720, appendix B.4). */
const POLYNOMIAL = 0x82f63b78;

/** Bytes that are looked up at a time: a table for each says what it comes to with so many bytes behind it. */
const SLICES = 8;
const BYTE_VALUES = 256;
const TABLE = tableOf();

/** The checksum of a record batch, as an unsigned number of 32 bits. */
export function crc32c(bytes: Uint8Array): number {
  let sum = -1;
  let at = 0;
  for (; at + SLICES <= bytes.length; at += SLICES) {
    const low = sum ^ (bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24));
    sum =
      TABLE[7 * BYTE_VALUES + (low & 0xff)]! ^
      TABLE[6 * BYTE_VALUES + ((low >>> 8) & 0xff)]! ^
      TABLE[5 * BYTE_VALUES + ((low >>> 16) & 0xff)]! ^
      TABLE[4 * BYTE_VALUES + (low >>> 24)]! ^
      TABLE[3 * BYTE_VALUES + bytes[at + 4]!]! ^
      TABLE[2 * BYTE_VALUES + bytes[at + 5]!]! ^
      TABLE[BYTE_VALUES + bytes[at + 6]!]! ^
      TABLE[bytes[at + 7]!]!;
  }
  for (; at < bytes.length; at += 1) sum = (sum >>> 8) ^ TABLE[(sum ^ bytes[at]!) & 0xff]!;
  return (sum ^ -1) >>> 0;
}

function tableOf(): Int32Array {
  const table = new Int32Array(SLICES * BYTE_VALUES);
  for (let byte = 0; byte < BYTE_VALUES; byte += 1) {
    let sum = byte;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ POLYNOMIAL : sum >>> 1;
    table[byte] = sum;
  }
  for (let at = BYTE_VALUES; at < table.length; at += 1) {
    const before = table[at - BYTE_VALUES]!;
    table[at] = (before >>> 8) ^ table[before & 0xff]!;
  }
  return table;
}
