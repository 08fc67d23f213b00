import { type Cost, limitsOf, needAt } from './need';

const cost: Cost = {
  ...{ name: 'row', perSecond: 400, nodeMs: 2, postgresMs: 1.5, kafkaMs: 0 },
  ...{ walBytes: 32 * 1_024, storedBytes: 16 * 1_024, walSyncs: 0.1 },
};

describe('what a rate needs', () => {
  it('grows with the rate', () => {
    const need = needAt(200, cost, 8);
    expect(need.cores).toBeCloseTo(1);
    expect(need.postgresCores).toBeCloseTo(0.3 / 0.7);
    expect(need.perBucket).toBe(25);
    expect(need.walMiBPerSecond).toBe(6.25);
    expect(need.walSyncsPerSecond).toBe(20);
    expect(needAt(2_000, cost, 8).storedTiBPerYear).toBeCloseTo(10 * need.storedTiBPerYear);
  });

  it('is stored for a day and a year', () => {
    const need = needAt(64, cost, 8);
    expect(need.storedGiBPerDay).toBeCloseTo(84.375);
    expect(need.storedTiBPerYear).toBeCloseTo((84.375 * 365) / 1_024);
  });

  it('is another process as soon as one is seven tenths full', () => {
    expect([280, 281, 560, 561].map((rate) => needAt(rate, cost, 8).processes)).toEqual([1, 2, 2, 3]);
  });
});

describe('the limits', () => {
  it('come in the order in which they are met', () =>
    expect(limitsOf(cost, 8, 3).map(([, rate]) => Math.round(rate))).toEqual([280, 1_400, 2_240]));
});
