import { type Gathering, Patience } from './patience';

const HOUR = 3_600_000;

describe('the patience of a lane', () => {
  let now = 1_030;
  const gathering: Gathering = { ms: 50, atOnce: ['payments'] };
  const patience = (changes: Partial<Gathering> = {}): Patience =>
    new Patience({ ...gathering, ...changes }, () => now);

  const said = (before = 0): string => new Date(now - before).toISOString();

  beforeEach(() => (now = 1_030));

  it('lasts until the next beat, the same for all lanes', () => {
    const [one, other] = [patience(), patience()];
    expect(one.turn(['declarations'])).toEqual({ sources: [], waitMs: 20 });
    now = 1_041;
    expect(other.turn(['declarations'])).toEqual({ sources: [], waitMs: 9 });
    now = 1_050;
    for (const lane of [one, other])
      expect(lane.turn(['declarations'])).toEqual({ sources: ['declarations'], waitMs: 0 });
  });

  it('waits for the beat after that with what comes then', () => {
    const lane = patience();
    lane.turn(['declarations']);
    now = 1_051;
    expect(lane.turn(['declarations']).waitMs).toBe(0);
    expect(lane.turn(['declarations']).waitMs).toBe(49);
  });

  it('ends at once for what somebody waits for, and the rest waits on', () => {
    const lane = patience();
    expect(lane.turn(['declarations', 'payments']).sources).toEqual(['payments']);
    now = 1_050;
    expect(lane.turn(['declarations', 'payments']).sources).toEqual(['declarations', 'payments']);
  });

  it('ends for all together where the rest is taken along', () => {
    const lane = patience({ takesAlong: true });
    expect(lane.turn(['declarations']).sources).toEqual([]);
    expect(lane.turn(['declarations', 'payments'])).toEqual({
      sources: ['declarations', 'payments'],
      waitMs: 0,
    });
  });

  it('is longer while events are many, and short again when they are few', () => {
    const lane = patience({ busyMs: 1_000 });
    now = 1_230;
    lane.took(30, said());
    expect(lane.turn(['declarations']).waitMs).toBe(770);
    now = 2_000;
    lane.turn(['declarations']);
    lane.took(30, said());
    expect(lane.turn(['declarations']).waitMs).toBe(50);
  });

  it('does not call a lane busy for what comes after a long rest', () => {
    now = HOUR + 30;
    const lane = patience({ busyMs: 1_000 });
    now = 2 * HOUR + 30;
    lane.took(1_000, said());
    expect(lane.turn(['declarations']).waitMs).toBe(20);
  });

  it('has an end where the lane is behind, until it has caught up', () => {
    const lane = patience();
    lane.took(50, said(10_001));
    expect(lane.turn(['declarations'])).toEqual({ sources: ['declarations'], waitMs: 0 });
    lane.took(50, said(9_999));
    expect(lane.turn(['declarations']).waitMs).toBe(20);
  });

  it('has none where somebody else will still take along what it is behind with', () => {
    const lane = patience();
    lane.took(50, said(10_001), true);
    expect(lane.turn(['declarations']).waitMs).toBe(20);
  });

  it('is none where nothing is said of it', () => {
    expect(new Patience(undefined, () => now).turn(['declarations'])).toEqual({
      sources: ['declarations'],
      waitMs: 0,
    });
  });
});
