import type { DeclarationCommand } from './commands';
import {
  after,
  assessed,
  live,
  lodge,
  note,
  released,
  removed,
  screened,
  secured,
  settled,
} from './specimen';

const standingAfter = (...commands: DeclarationCommand[]) => {
  const { status, outstanding } = live(...commands).state;
  return [status, ...outstanding];
};
const concluded = (decision: 'clear' | 'refuse') => note({ controlConcluded: { at: after(60), decision } });
const nil = note({
  secured: { at: after(4), how: 'nil', amount: { amount: '0', currency: 'GBP' }, reference: 'relief' },
});

describe('what is outstanding', () => {
  it('is the control until the declaration is screened green or blue', () => {
    expect(standingAfter(lodge(), secured)).toEqual(['accepted', 'control']);
    expect(standingAfter(lodge(), secured, screened('green'))).toEqual(['accepted']);
    expect(standingAfter(lodge(), secured, screened('blue'))).toEqual(['accepted']);
  });

  it('is the control of a yellow or red one until an officer clears it', () => {
    expect(standingAfter(lodge(), secured, screened('yellow'))).toEqual(['accepted', 'control']);
    expect(standingAfter(lodge(), secured, screened('red'), concluded('clear'))).toEqual(['accepted']);
    expect(standingAfter(lodge(), secured, screened('red'), concluded('refuse'))).toEqual([
      'accepted',
      'control',
    ]);
  });

  it('is the documents that an officer asked for, until he concludes', () => {
    const asked = note({ 'document:1/N935': { at: after(30), document: 'N935' } });
    expect(standingAfter(lodge(), secured, screened('yellow'), asked)).toEqual([
      'accepted',
      'control',
      'documents',
    ]);
    expect(standingAfter(lodge(), secured, screened('yellow'), asked, concluded('clear'))).toEqual([
      'accepted',
    ]);
  });

  it('is the payment until something secures it', () => {
    expect(standingAfter(lodge(), screened('green'))).toEqual(['accepted', 'payment']);
    expect(standingAfter(lodge(), screened('green'), secured)).toEqual(['accepted']);
  });

  it('is the cargo where the kind waits for it and it came with no word of its arrival', () => {
    const plan = { goods: 'none', conditions: ['cargo'] } as const;
    expect(standingAfter(lodge(plan, { goodsPresent: false }))).toEqual(['accepted', 'cargo']);
  });

  it('is a hold from when the tax cannot be worked out until it is', () => {
    const held = note({ held: { at: after(10), reason: 'no-rate' } });
    const before = [lodge(), secured, screened('green')] as const;
    expect(standingAfter(...before, held)).toEqual(['accepted', 'hold']);
    expect(standingAfter(...before, assessed('indicative', 9), held)).toEqual(['accepted', 'hold']);
    expect(standingAfter(...before, held, assessed('final', 10))).toEqual(['accepted']);
    expect(standingAfter(...before, held, note({ holdLifted: { at: after(11) } }))).toEqual([
      'accepted',
      'hold',
    ]);
  });
});

describe('the status', () => {
  it('is released with the payment outstanding until the debt is settled, then cleared', () => {
    expect(standingAfter(lodge(), secured, released)).toEqual(['released', 'payment']);
    expect(standingAfter(lodge(), secured, released, settled)).toEqual(['cleared']);
  });

  it('is cleared at the release where nothing is owed', () => {
    expect(standingAfter(lodge(), nil, released)).toEqual(['cleared']);
    expect(standingAfter(lodge({ taxed: false }), released)).toEqual(['cleared']);
  });

  it('is cleared without a release where there were no goods to release', () => {
    const supplementary = lodge({ goods: 'none', conditions: [] });
    expect(standingAfter(supplementary, secured)).toEqual(['accepted']);
    expect(standingAfter(supplementary, settled)).toEqual(['cleared']);
  });

  it('is removed with the payment outstanding where the law lets the trader pay afterwards', () => {
    const later = lodge({ paymentAfterRelease: true });
    expect(standingAfter(later, secured, released, removed)).toEqual(['removed', 'payment']);
    expect(standingAfter(later, secured, released, removed, settled)).toEqual(['removed']);
  });

  it('is removed only once the debt is settled where the law does not', () => {
    expect(standingAfter(lodge(), secured, released, removed)).toEqual(['released', 'payment']);
    expect(standingAfter(lodge(), secured, released, removed, settled)).toEqual(['removed']);
  });

  it('is refused with nothing outstanding', () => {
    const refused = note({ refused: { at: after(61), outcome: 'seized', reason: 'counterfeit' } });
    expect(standingAfter(lodge(), screened('red'), concluded('refuse'), refused)).toEqual(['refused']);
  });

  it('is received as long as nothing but news from others is here', () => {
    expect(standingAfter(secured)).toEqual(['received']);
  });
});
