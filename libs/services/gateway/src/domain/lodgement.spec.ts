import {
  hearing,
  isAtRest,
  isToldAgain,
  type Lodgement,
  referenceKey,
  telling,
  withStatus,
} from './lodgement';

const lodgement = (change: Partial<Lodgement> = {}): Lodgement => ({
  ...{ party: 'P', lrn: 'L', version: 1, status: 'accepted', receivedAt: '2026-03-02T09:00:00Z' },
  ...{ transportDocuments: [], heard: {} },
  ...change,
});

describe('the key of a reference', () => {
  it('is of one party alone, however the words of party and reference run together', () => {
    expect(referenceKey('A', '1 X')).not.toBe(referenceKey('A 1', 'X'));
    expect(referenceKey('A","B', 'C')).not.toBe(referenceKey('A', 'B","C'));
    expect(referenceKey('A', 'X')).toBe(referenceKey('A', 'X'));
  });
});

describe('what the sender of a lodgement is told', () => {
  it('may be the same twice in one life of a log', () => {
    const told = telling(telling(lodgement(), 'held', 1), 'held', 1);
    expect(isToldAgain(told, 'held', 1)).toBe(false);
    expect(told.told).toEqual([
      [1, 'held'],
      [1, 'held'],
    ]);
  });

  it('is told again by a later life as often as it was told in an earlier one, and no oftener', () => {
    const once = telling(lodgement(), 'held', 1);
    expect(isToldAgain(once, 'held', 2)).toBe(true);
    expect(isToldAgain(once, 'secured', 2)).toBe(false);
    expect(isToldAgain(telling(once, 'held', 2), 'held', 2)).toBe(false);
  });
});

describe('a lodgement', () => {
  it('stays released whatever is heard afterwards', () => {
    const released = lodgement({ status: 'released' });
    expect(withStatus(released, 'accepted', 'MRN').status).toBe('released');
    expect(withStatus(lodgement(), 'released').status).toBe('released');
  });

  it.each([
    ['while nobody has looked at it', lodgement({ status: 'received' }), false],
    ['until it was screened and secured', lodgement(), false],
    ['when its goods are awaited', lodgement({ status: 'registered' }), true],
    ['when it is over', lodgement({ status: 'rejected' }), true],
    ['when somebody has to pay', hearing(lodgement(), { waits: true }), true],
    ['when an officer has to look', hearing(lodgement(), { channel: 'red', secured: true }), true],
    ['when nobody has to', hearing(lodgement(), { channel: 'green', secured: true }), false],
  ])('is at rest or not %s', (_, state, atRest) => expect(isAtRest(state)).toBe(atRest));
});
