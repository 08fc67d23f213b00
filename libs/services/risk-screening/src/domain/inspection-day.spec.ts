import fc from 'fast-check';
import { hasRoom, inspectionDay, withOneMore } from './inspection-day';
import { watching } from './watched-goods.fixture';

const none = { party: 'customs', random: 0, profiles: 0 };
const seoul = (acceptedAt: string) => inspectionDay(watching(), '040', acceptedAt).key;

describe("an office's inspections", () => {
  it("are counted by the office's own calendar", () => {
    expect(seoul('2026-11-21T14:59:58Z')).toBe('040|2026-11-21');
    expect(seoul('2026-11-21T15:00:00Z')).toBe('040|2026-11-22');
  });

  it('are none where the office is unknown', () => {
    const day = inspectionDay(watching(), '999', '2026-11-21T00:00:00Z');
    expect([day.capacity, hasRoom(day, none, true)]).toEqual([0, false]);
  });

  it.each([
    [10, 1, 1],
    [10, 25, 3],
    [10, 0, 0],
    [0, 50, 0],
  ])(
    'of %i with a floor of %i per cent are kept for chance: %i',
    (inspectionsPerDay, floorPercent, reserved) => {
      const pack = watching({ inspectionsPerDay, floorPercent });
      expect(inspectionDay(pack, '040', '2026-11-21T00:00:00Z').reserved).toBe(reserved);
    },
  );

  it('never go beyond the capacity, nor do profiles go into what is kept for chance', () => {
    const arms = fc.array(fc.boolean(), { maxLength: 60 });
    fc.assert(
      fc.property(fc.nat(20), fc.nat(100), arms, (inspectionsPerDay, floorPercent, asked) => {
        const day = inspectionDay(
          watching({ inspectionsPerDay, floorPercent }),
          '040',
          '2026-11-21T00:00:00Z',
        );
        const taken = asked.reduce(
          (sofar, isRandom) => (hasRoom(day, sofar, isRandom) ? withOneMore(sofar, isRandom) : sofar),
          none,
        );
        expect(taken.random + taken.profiles).toBeLessThanOrEqual(day.capacity);
        expect(taken.profiles).toBeLessThanOrEqual(day.capacity - day.reserved);
      }),
    );
  });

  it('leave chance its floor however many the profiles have asked for before', () => {
    const day = inspectionDay(watching({ floorPercent: 20 }), '040', '2026-11-21T00:00:00Z');
    expect(hasRoom(day, { ...none, profiles: 8 }, false)).toBe(false);
    expect(hasRoom(day, { ...none, profiles: 8, random: 1 }, true)).toBe(true);
    expect(hasRoom(day, { ...none, profiles: 8, random: 2 }, true)).toBe(false);
  });
});
