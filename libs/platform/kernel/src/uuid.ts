import type { Random } from './ports';

const FORM = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function isUuid(text: string): boolean {
  return FORM.test(text);
}

/** A UUID of version 7 (RFC 9562): its first 48 bits are the time, so that new rows lie side by side in an index. */
export function uuidV7(now: Date, random: Random): string {
  const bytes = Buffer.from(random.bytes(16));
  bytes.writeUIntBE(now.getTime(), 0, 6);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
