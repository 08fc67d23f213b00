import type { RiskProfile } from '@tonggwan/country-pack';
import { Decimal } from '@tonggwan/kernel';
import fc from 'fast-check';
import { appraise } from './appraise';
import { declarationOf, profile, watches, watching } from './watched-goods.fixture';

interface Given {
  readonly profiles?: readonly RiskProfile[];
  readonly randomPercent?: number;
  readonly isFirstTimeTrader?: boolean;
  readonly seed?: string;
}

function appraised(given: Given, declaration = declarationOf([watches()])) {
  const { isFirstTimeTrader = false, seed = 'seed', ...watch } = given;
  return appraise(declaration, { pack: watching(watch), on: '2026-11-23', seed, isFirstTimeTrader });
}

const channelFor = (change: Partial<RiskProfile>, declaration = declarationOf([watches()])) =>
  appraised({ profiles: [profile('p', change)] }, declaration).channel;

describe('the appraisal of a declaration', () => {
  it('is green without a reason where no profile matches', () => {
    expect(appraised({})).toEqual({ channel: 'green', reasons: [], random: false });
  });

  it.each([
    ['the commodity', { commodityPrefix: '9101' }, { commodityPrefix: '9102' }],
    ['the origin', { origin: 'CN' }, { origin: 'JP' }],
    ['the declarant', { declarant: 'DECLARANT-1' }, { declarant: 'DECLARANT-2' }],
    ['a trader who is new', { firstTimeTrader: false }, { firstTimeTrader: true }],
    [
      'all criteria at once',
      { commodityPrefix: '91', origin: 'CN' },
      { commodityPrefix: '91', origin: 'JP' },
    ],
  ])('knows %s', (_, matching, other) => {
    expect([channelFor(matching), channelFor(other)]).toEqual(['red', 'green']);
  });

  it('asks the criteria about goods of one and the same item', () => {
    const declaration = declarationOf([watches({ origin: 'JP' }), watches({ commodityCode: '0301' })]);
    expect(channelFor({ commodityPrefix: '9101', origin: 'CN' }, declaration)).toBe('green');
  });

  it('takes the gravest of several channels and keeps all reasons', () => {
    const profiles = [
      profile('audit', { channel: 'blue', origin: 'CN' }),
      profile('goods', { channel: 'red', origin: 'CN' }),
      profile('papers', { channel: 'yellow', origin: 'CN' }),
    ];
    const { channel, reasons } = appraised({ profiles });
    expect(channel).toBe('red');
    expect(reasons.map(({ code }) => code)).toEqual(['audit', 'goods', 'papers']);
  });

  it.each([
    [['blue', 'yellow'], 'yellow'],
    [['blue'], 'blue'],
  ] as const)('of %p makes %s', (channels, expected) => {
    const profiles = channels.map((channel) => profile(channel, { channel, origin: 'CN' }));
    expect(appraised({ profiles }).channel).toBe(expected);
  });

  it('leaves green what waits for no control, whatever the profiles and chance say', () => {
    const given = { profiles: [profile('p', { origin: 'CN' })], randomPercent: 100 };
    const { channel, reasons, random } = appraised(
      given,
      declarationOf([watches()], { isControlled: false }),
    );
    expect([channel, reasons.map(({ code }) => code), random]).toEqual(['green', ['no-control'], false]);
  });

  it('is the same whenever it is asked for', () => {
    const given = { profiles: [profile('p', { origin: 'CN', percent: Decimal.of(50) })], randomPercent: 50 };
    expect(appraised(given)).toEqual(appraised(given));
  });
});

describe('chance', () => {
  const declarations = Array.from({ length: 4000 }, (_, index) =>
    declarationOf([watches()], { lrn: `LRN-${index}` }),
  );
  const shareOf = (given: Given) =>
    declarations.filter((declaration) => appraised(given, declaration).channel === 'red').length /
    declarations.length;

  it.each([0, 3, 25, 100])('sends about %i per cent to inspection', (randomPercent) => {
    expect(Math.abs(shareOf({ randomPercent }) - randomPercent / 100)).toBeLessThan(0.02);
  });

  it('picks about the share that a profile names', () => {
    const profiles = [profile('p', { origin: 'CN', percent: Decimal.of(30) })];
    expect(Math.abs(shareOf({ profiles }) - 0.3)).toBeLessThan(0.03);
  });

  it('picks others by another seed', () => {
    const pickedBy = (seed: string) =>
      declarations.map((declaration) => appraised({ randomPercent: 50, seed }, declaration).random);
    expect(pickedBy('one')).not.toEqual(pickedBy('other'));
  });

  it('cannot be lowered by any profile', () => {
    const channel = fc.constantFrom('yellow', 'blue', 'red' as const);
    const criteria = fc.record({ channel, percent: fc.integer({ min: 0, max: 100 }).map(Decimal.of) });
    fc.assert(
      fc.property(fc.array(criteria, { maxLength: 5 }), fc.string(), (changes, lrn) => {
        const declaration = declarationOf([watches()], { lrn });
        const profiles = changes.map((change, index) => profile(`p${index}`, { ...change, origin: 'CN' }));
        const [without, beside] = [{ randomPercent: 20 }, { randomPercent: 20, profiles }].map((given) =>
          appraised(given, declaration),
        );
        expect(beside?.random).toBe(without?.random);
        if (beside?.random) expect(beside.channel).toBe('red');
      }),
    );
  });
});
