import { isUuid, uuidV7 } from './uuid';

const ones = { bytes: (length: number) => new Uint8Array(length).fill(0xff) };
const zeros = { bytes: (length: number) => new Uint8Array(length) };

describe('a UUID of version 7', () => {
  it('begins with the time in milliseconds, and says its version and variant whatever the chance', () => {
    // The example of RFC 9562, appendix A.6.
    const at = new Date(0x017f22e279b0);
    expect(uuidV7(at, ones)).toBe('017f22e2-79b0-7fff-bfff-ffffffffffff');
    expect(uuidV7(at, zeros)).toBe('017f22e2-79b0-7000-8000-000000000000');
  });

  it('passes for one', () => {
    expect(isUuid(uuidV7(new Date(0), zeros))).toBe(true);
  });
});
