import { ownerColour, OWNERS_SHOWN } from './owner-colours';

/** WCAG 2.2: relative luminance. */
function luminance(colour: string): number {
  const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  const [red, green, blue] = parts.map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  ) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

describe('the colour of whoever has to act', () => {
  it.each([...OWNERS_SHOWN, 'somebody else'])('%s can be read with white text on it', (owner) => {
    expect(1.05 / (luminance(ownerColour(owner)) + 0.05)).toBeGreaterThanOrEqual(4.5);
  });

  it('is another for each', () => {
    expect(new Set(OWNERS_SHOWN.map(ownerColour)).size).toBe(OWNERS_SHOWN.length);
  });
});
