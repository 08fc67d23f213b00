import { Patience } from './patience';

describe('the patience of a lane', () => {
  let now = 1_030;
  const gathering = { ms: 50, atOnce: ['payments'] };
  const patience = (): Patience => new Patience(gathering, () => now);

  beforeEach(() => (now = 1_030));

  it('lasts until the next beat, the same for all lanes', () => {
    const [one, other] = [patience(), patience()];
    expect(one.waitMs(['declarations'])).toBe(20);
    now = 1_041;
    expect(other.waitMs(['declarations'])).toBe(9);
    now = 1_050;
    expect([one, other].map((lane) => lane.waitMs(['declarations']))).toEqual([0, 0]);
  });

  it('waits for the beat after that with what comes then', () => {
    const lane = patience();
    lane.waitMs(['declarations']);
    now = 1_051;
    expect(lane.waitMs(['declarations'])).toBe(0);
    expect(lane.waitMs(['declarations'])).toBe(49);
  });

  it('ends at once for what somebody waits for', () => {
    const lane = patience();
    expect(lane.waitMs(['declarations'])).toBe(20);
    expect(lane.waitMs(['declarations', 'payments'])).toBe(0);
  });

  it('is none where nothing is said of it', () => {
    expect(new Patience(undefined, () => now).waitMs(['declarations'])).toBe(0);
  });
});
