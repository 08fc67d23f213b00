const LENGTH_LEAST = 64 * 1024;

/** Bytes as Kafka's protocol has them, written one behind the other: numbers with the highest byte first. */
export class Bytes {
  private buffer = Buffer.allocUnsafe(LENGTH_LEAST);
  private end = 0;

  /** How many have been written. */
  get length(): number {
    return this.end;
  }

  int8(value: number): void {
    this.need(1);
    this.end = this.buffer.writeInt8(value, this.end);
  }

  int16(value: number): void {
    this.need(2);
    this.end = this.buffer.writeInt16BE(value, this.end);
  }

  int32(value: number): void {
    this.need(4);
    this.end = this.buffer.writeInt32BE(value, this.end);
  }

  int64(value: number): void {
    this.need(8);
    this.end = this.buffer.writeBigInt64BE(BigInt(value), this.end);
  }

  /** A number that is not negative, zigzag: seven bits in each byte. */
  varint(value: number): void {
    this.need(5);
    let rest = value * 2;
    for (; rest > 0x7f; rest = Math.floor(rest / 128)) this.buffer[this.end++] = (rest & 0x7f) | 0x80;
    this.buffer[this.end++] = rest;
  }

  /** A text behind the number of its bytes. */
  text(value: string): void {
    const size = Buffer.byteLength(value);
    this.varint(size);
    this.characters(value, size);
  }

  /** The same, the number in two bytes. */
  name(value: string): void {
    const size = Buffer.byteLength(value);
    this.int16(size);
    this.characters(value, size);
  }

  /** Room for a number that is known later. Answers where it is. */
  leaveInt32(): number {
    this.int32(0);
    return this.end - 4;
  }

  fillInt32(at: number, value: number): void {
    this.buffer.writeInt32BE(value | 0, at);
  }

  /** Puts the number of the bytes since then before them. */
  varintBefore(from: number): void {
    const size = this.end - from;
    const width = varintWidth(size);
    this.need(width);
    this.buffer.copyWithin(from + width, from, this.end);
    this.end = from;
    this.varint(size);
    this.end += size;
  }

  written(from = 0): Buffer {
    return this.buffer.subarray(from, this.end);
  }

  private characters(value: string, size: number): void {
    this.need(size);
    this.end += this.buffer.write(value, this.end);
  }

  private need(bytes: number): void {
    if (this.end + bytes <= this.buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(2 * this.buffer.length, this.end + bytes));
    this.buffer.copy(larger, 0, 0, this.end);
    this.buffer = larger;
  }
}

function varintWidth(value: number): number {
  let width = 1;
  for (let limit = 64; value >= limit; limit *= 128) width += 1;
  return width;
}
