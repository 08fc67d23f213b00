import { crc32c } from './crc32c';

const numbered = Uint8Array.from({ length: 32 }, (_, index) => index);

describe('the checksum of a record batch', () => {
  // RFC 3720, appendix B.4
  it.each([
    ['32 bytes of zeroes', new Uint8Array(32), 0x8a9136aa],
    ['32 bytes of ones', new Uint8Array(32).fill(0xff), 0x62a8ab43],
    ['32 bytes that rise', numbered, 0x46dd794e],
    ['32 bytes that fall', numbered.toReversed(), 0x113fdb5c],
  ])('is that of the standard for %s', (_, bytes, sum) => {
    expect(crc32c(bytes)).toBe(sum);
  });

  it('is of a part alone, whatever its length', () => {
    expect(crc32c(Buffer.from('--123456789--').subarray(2, 11))).toBe(0xe3069283);
  });
});
