import type { DeclarationEvent } from './commands';
import {
  after,
  assessed,
  DECLARATION,
  live,
  lodge,
  MRN,
  note,
  presentGoods,
  released,
  removed,
  screened,
  secured,
  settled,
  SUBJECT,
} from './specimen';

const typesOf = (events: readonly DeclarationEvent[]) => events.map(({ type }) => type);
const find = <T extends DeclarationEvent['type']>(events: readonly DeclarationEvent[], type: T) =>
  events.find((event): event is Extract<DeclarationEvent, { type: T }> => event.type === type)?.data;

const preLodged = { goods: 'pre-lodged', conditions: ['control', 'payment', 'cargo', 'hold'] } as const;
const goodsAway = { goodsPresent: false };

describe('a lodgement that breaks no rule', () => {
  it('is accepted at once where its goods are there', () => {
    const { state, events } = live(lodge());
    expect(typesOf(events)).toEqual(['Lodged', 'DeclarationAccepted']);
    expect(find(events, 'DeclarationAccepted')).toMatchObject({
      mrn: MRN,
      lodgedAt: after(0),
      acceptedAt: after(1),
      taxPointAt: after(1),
      taxPointBasis: 'acceptance',
      goodsPresent: true,
      conditions: ['control', 'payment', 'hold'],
      declaration: DECLARATION,
    });
    expect([state.status, state.mrn, state.outstanding]).toEqual(['accepted', MRN, ['control', 'payment']]);
  });

  it('is taxed as of its lodging where the law says so: lodged on Saturday 23:59:58 it is Saturday’s', () => {
    const { events } = live({ ...lodge({ taxPoint: 'lodging' }), at: after(3600) });
    expect(find(events, 'DeclarationAccepted')).toMatchObject({
      taxPointAt: after(0),
      taxPointBasis: 'lodging',
    });
  });

  it('is taxed as of the declared date where the past is replayed', () => {
    const { events } = live(lodge({ declaredAt: '2020-03-01T03:00:00.000Z' }));
    expect(find(events, 'DeclarationAccepted')).toMatchObject({
      taxPointAt: '2020-03-01T03:00:00.000Z',
      taxPointBasis: 'declared',
    });
  });

  it('is registered where its goods are still on their way, with an indicative tax point', () => {
    const { state, events } = live(lodge(preLodged, goodsAway));
    expect(typesOf(events)).toEqual(['Lodged', 'DeclarationRegistered']);
    expect(find(events, 'DeclarationRegistered')).toMatchObject({
      taxPointAt: after(0),
      taxPointBasis: 'lodging',
      goodsPresent: false,
    });
    expect([state.status, state.outstanding]).toEqual(['registered', ['cargo']]);
  });

  it('is accepted at once, and waits for nothing, where no goods belong to it', () => {
    const { state, events } = live(lodge({ goods: 'none', conditions: [] }, goodsAway));
    expect(find(events, 'DeclarationAccepted')).toMatchObject({ conditions: [], goodsPresent: false });
    expect([state.status, state.outstanding]).toEqual(['accepted', []]);
  });
});

describe('a lodgement that breaks rules', () => {
  const errors = [
    { code: 'CDS12052', pointer: '/typeCode', message: 'no type' },
    { code: 'CDS10001', pointer: '/goodsShipment', message: 'missing' },
  ];
  const rejected = { ...lodge(), examination: { errors } };

  it('is rejected with every one of them and gets no number', () => {
    const { state, events } = live(rejected);
    expect(find(events, 'DeclarationRejected')).toMatchObject({ rejectedAt: after(1), errors });
    expect([state.status, state.mrn, state.outstanding]).toEqual(['rejected', undefined, []]);
  });

  it('stays rejected when its goods arrive', () => {
    const { state, events } = live(rejected, presentGoods(60));
    expect(typesOf(events)).toEqual(['Lodged', 'DeclarationRejected', 'Noted']);
    expect(state.status).toBe('rejected');
  });
});

describe('the arrival of the goods', () => {
  it('makes customs accept what was registered, taxed as of the presentation', () => {
    const { state, events } = live(lodge(preLodged, goodsAway), presentGoods(60));
    expect(find(events, 'DeclarationAccepted')).toMatchObject({
      mrn: MRN,
      goodsPresent: true,
      arrivedAt: after(60),
      acceptedAt: after(61),
      taxPointAt: after(60),
      taxPointBasis: 'presentation',
      declaration: DECLARATION,
    });
    expect([state.status, state.outstanding]).toEqual(['accepted', ['control', 'payment']]);
  });

  it('that was heard of before the declaration has it accepted when it comes', () => {
    const { state, events } = live(presentGoods(-60), lodge(preLodged, goodsAway));
    expect(typesOf(events)).toEqual(['Noted', 'Lodged', 'DeclarationAccepted']);
    expect(find(events, 'DeclarationAccepted')).toMatchObject({
      arrivedAt: after(-60),
      taxPointAt: after(1),
      taxPointBasis: 'acceptance',
    });
    expect(state.status).toBe('accepted');
  });

  it('accepts nothing that was cancelled before', () => {
    const cancel = { type: 'Cancel', subject: SUBJECT, reason: 'sold elsewhere', at: after(30) } as const;
    const { state, events } = live(lodge(preLodged, goodsAway), cancel, presentGoods(60));
    expect(find(events, 'DeclarationAccepted')).toBeUndefined();
    expect(state.status).toBe('cancelled');
  });
});

describe('repeats and older versions', () => {
  const life = [
    lodge(preLodged, goodsAway),
    presentGoods(60),
    screened('green'),
    assessed(),
    secured,
    released,
    settled,
    removed,
  ];

  it('change nothing: each command twice makes the events of once', () => {
    const once = live(...life);
    expect(live(...life.flatMap((command) => [command, command]))).toEqual(once);
    expect(live(...life, ...life)).toEqual(once);
  });

  it('of an older version do not touch a newer one', () => {
    const second = live(lodge({}, { version: 2 }));
    const { state, events } = live(lodge({}, { version: 2 }), lodge(), secured, presentGoods(60));
    expect([state, events]).toEqual([second.state, second.events]);
  });

  it('what holds for one version holds for no other', () => {
    const { state } = live(lodge(), screened('green'), secured, lodge({}, { version: 2 }));
    expect([state.version, state.mrn, state.outstanding]).toEqual([2, MRN, ['control', 'payment']]);
  });
});

describe('what others say, in any order', () => {
  const said = [
    lodge(preLodged, goodsAway),
    screened('red'),
    note({ controlConcluded: { at: after(90), decision: 'clear' } }),
    note({ held: { at: after(2), reason: 'no-rate' } }),
    assessed(),
    released,
  ];

  it('comes to the same', () => {
    const expected = live(...said).state;
    expect(expected.status).toBe('registered');
    for (const order of permutations(said)) expect(live(...order).state).toEqual(expected);
  });

  it('comes to the same with the end of its life', () => {
    const rest = [lodge(), secured, settled, released, removed];
    for (const order of permutations(rest)) {
      const { state } = live(...order);
      expect([state.status, state.outstanding]).toEqual(['removed', []]);
    }
  });
});

function permutations<T>(list: readonly T[]): T[][] {
  if (list.length < 2) return [[...list]];
  return list.flatMap((first, index) =>
    permutations([...list.slice(0, index), ...list.slice(index + 1)]).map((rest) => [first, ...rest]),
  );
}
