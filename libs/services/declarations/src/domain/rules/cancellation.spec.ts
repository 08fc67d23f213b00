import type { DeclarationCommand } from '../commands';
import { after, live, lodge, note, presentGoods, released, screened, secured, SUBJECT } from '../specimen';

const cancel = { type: 'Cancel', subject: SUBJECT, reason: 'lodged twice', at: after(100) } as const;
const goodsAway = { goodsPresent: false };
const preLodged = { goods: 'pre-lodged' } as const;

/** What the request came to: the status, and the reason where it was refused. */
const outcomeOf = (...commands: DeclarationCommand[]) => {
  const { state, events } = live(...commands, cancel);
  const last = events.at(-1);
  return [state.status, last?.type === 'RequestRefused' ? last.data.reason : last?.type];
};

describe('a request to cancel', () => {
  it('is granted before the goods are there', () => {
    expect(outcomeOf(lodge(preLodged, goodsAway))).toEqual(['cancelled', 'DeclarationCancelled']);
  });

  it('is granted before the release where no examination was announced', () => {
    expect(outcomeOf(lodge(), screened('green'))).toEqual(['cancelled', 'DeclarationCancelled']);
    expect(outcomeOf(lodge(), screened('blue'), secured)).toEqual(['cancelled', 'DeclarationCancelled']);
  });

  it.each(['yellow', 'red'] as const)('is refused when customs wants to look: %s', (channel) => {
    expect(outcomeOf(lodge(), screened(channel))).toEqual(['accepted', 'examination']);
    expect(outcomeOf(lodge(preLodged, goodsAway), screened(channel))).toEqual(['registered', 'examination']);
  });

  it('is refused with the same words while it is being screened, so that they tell nothing', () => {
    const unscreened = live(lodge(), cancel).events.at(-1)?.data;
    expect(live(lodge(), screened('red'), cancel).events.at(-1)?.data).toEqual(unscreened);
  });

  it('is refused once officers have a case of it, and after they have concluded', () => {
    const opened = note({ controlOpened: { at: after(3) } });
    const concluded = note({ controlConcluded: { at: after(4), decision: 'clear' } });
    expect(outcomeOf(lodge(), screened('red'), opened, concluded)).toEqual(['accepted', 'examination']);
  });

  it('is refused after the release', () => {
    expect(outcomeOf(lodge(), screened('green'), secured, released)).toEqual(['released', 'goods-released']);
  });

  it('is refused for what is over in another way, or was not checked yet', () => {
    const rejected = { ...lodge(), examination: { errors: [{ code: 'X', message: 'x' }] } };
    expect(outcomeOf(rejected)).toEqual(['rejected', 'not-open']);
    expect(outcomeOf(presentGoods(1))).toEqual(['received', 'not-open']);
  });

  it('is granted once: asking again changes nothing', () => {
    const { state, events } = live(lodge(), screened('green'), cancel, cancel);
    expect(events.filter(({ type }) => type === 'DeclarationCancelled')).toHaveLength(1);
    expect([state.status, state.outstanding]).toEqual(['cancelled', []]);
  });

  it('comes too late where the goods had gone before it was heard of: the debt on them stands', () => {
    const { state } = live(lodge(), screened('green'), cancel, released);
    expect([state.status, state.outstanding]).toEqual(['released', ['payment']]);
  });

  it('is the end: a later version of what is cancelled is not taken', () => {
    const { state, events } = live(lodge(), screened('green'), cancel, lodge({}, { version: 2 }));
    expect(events.at(-1)).toMatchObject({
      type: 'RequestRefused',
      data: { version: 1, request: 'amendment', reason: 'not-open' },
    });
    expect([state.status, state.version]).toEqual(['cancelled', 1]);
  });
});
