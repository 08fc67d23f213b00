import {
  hearing,
  isAtRest,
  isToldAgain,
  type Lodgement,
  referenceKey,
  type Saying,
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
  const by = (owner: string, epoch: number, what: string): Saying => ({ owner, epoch, what });
  const assessment = (epoch: number, what: string): Saying => by('tax-assessment', epoch, what);
  /** Which of them the sender hears, in their order. */
  const heardOf = (...sayings: Saying[]): string[] => {
    let known = lodgement();
    return sayings.flatMap((saying) => {
      const isAgain = isToldAgain(known, saying);
      known = telling(known, saying);
      return isAgain ? [] : [saying.what];
    });
  };

  it('may be the same twice in one life of a log', () => {
    expect(heardOf(assessment(1, 'held'), assessment(1, 'held'))).toEqual(['held', 'held']);
  });

  it('is told again by a later life as often as it was told in an earlier one, and no oftener', () => {
    const twice = [assessment(2, 'held'), assessment(2, 'held')];
    expect(heardOf(assessment(1, 'held'), ...twice)).toEqual(['held', 'held']);
    expect(heardOf(assessment(1, 'held'), assessment(1, 'held'), ...twice)).toEqual(['held', 'held']);
  });

  it('is known from one owner and not from another', () => {
    expect(heardOf(assessment(1, 'held'), by('payments', 2, 'held'))).toEqual(['held', 'held']);
  });

  it('is told once more after its owner has said something new in his later life', () => {
    const later = [assessment(2, 'held'), assessment(2, 'assessed')];
    expect(heardOf(assessment(1, 'assessed'), ...later)).toEqual(['assessed', 'held', 'assessed']);
  });

  it('is told once more where a later life says it in another order', () => {
    const earlier = [assessment(1, 'held'), assessment(1, 'assessed')];
    const later = [assessment(2, 'assessed'), assessment(2, 'held')];
    expect(heardOf(...earlier, ...later)).toEqual(['held', 'assessed', 'held']);
  });

  it('is known through as many lives as its owner has', () => {
    const earlier = [assessment(1, 'held'), assessment(1, 'assessed')];
    const later = [assessment(2, 'held'), assessment(3, 'held'), assessment(3, 'assessed')];
    expect(heardOf(...earlier, ...later)).toEqual(['held', 'assessed']);
  });

  it('keeps what others have said', () => {
    const earlier = [assessment(1, 'assessed'), by('payments', 1, 'secured')];
    const later = [assessment(2, 'held'), by('payments', 2, 'secured')];
    expect(heardOf(...earlier, ...later)).toEqual(['assessed', 'secured', 'held']);
  });

  it('is known also where nobody has noted whose it was', () => {
    const known = lodgement({ told: [[1, 'held']] });
    expect(isToldAgain(known, assessment(2, 'held'))).toBe(true);
    expect(telling(known, assessment(2, 'held')).told).toEqual([[2, 'held', 'tax-assessment']]);
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
