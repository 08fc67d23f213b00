import * as fc from 'fast-check';
import { type Fact, type Life, measured, noted } from './life';
import type { Moment, MomentName } from './moment';

const SEOUL = 'Asia/Seoul';
const fact = (minute: number, name: MomentName, more: Partial<Moment> = {}): Fact => ({
  declarationId: 'declaration',
  party: 'broker',
  moments: [{ name, version: 1, at: Date.UTC(2026, 2, 2, 20, minute), ...more }],
  appendedAt: new Date(Date.UTC(2030, 0, 1, 0, 0, 0, minute * 10)).toISOString(),
});
const lifeOf = (facts: readonly Fact[]) =>
  measured(facts.reduce<Life | undefined>((life, next) => noted(life, next, SEOUL), undefined)!);

const green = [
  fact(0, 'lodged'),
  fact(1, 'accepted', { office: '10', conditions: ['control', 'payment'] }),
  fact(2, 'screened', { office: '10', channel: 'green' }),
  fact(3, 'assessed'),
  fact(4, 'secured'),
  fact(5, 'released'),
];
const paid = [...green.slice(0, 4), fact(4, 'noticed'), fact(64, 'secured'), fact(65, 'released')];

describe('the life of a declaration', () => {
  it('is the same in whatever order, and however often, its facts come', () => {
    const facts = [
      ...paid,
      fact(4, 'control-opened', { caseId: 'case' }),
      fact(30, 'concluded', { caseId: 'case' }),
    ];
    const inOrder = lifeOf(facts);
    const plain = ({ moments, ...life }: Life) => ({ ...life, moments: new Set(moments) });
    const doubled = fc.shuffledSubarray([...facts, ...facts], { minLength: facts.length * 2 });
    fc.assert(fc.property(doubled, (shuffled) => expect(plain(lifeOf(shuffled))).toEqual(plain(inOrder))));
  });

  it('does not change when a fact is repeated', () => {
    const life = lifeOf(paid);
    expect(noted(life, paid[2]!, SEOUL)).toBe(life);
  });

  it('belongs to the office’s day on which it began', () => {
    expect(lifeOf(green)).toMatchObject({ day: '2026-03-03', office: '10', channel: 'green' });
  });

  it('is unfinished in the step that it waits in, and in both wholes', () => {
    expect(lifeOf(green.slice(0, 4)).unfinished).toEqual(['release', 'until-release', 'until-removal']);
    expect(lifeOf(paid.slice(0, 5)).unfinished).toEqual(['payment', 'until-release', 'until-removal']);
    expect(lifeOf(green).unfinished).toEqual(['removal', 'until-removal']);
  });

  it('adds its steps to the statistics once it is released, and its removal once the goods have left', () => {
    const minutes = ({ durations }: Life) =>
      Object.fromEntries(
        Object.entries(durations).map(([name, milliseconds]) => [name, milliseconds / 60_000]),
      );
    const steps = { acceptance: 1, screening: 1, assessment: 1, securing: 1, payment: 60, release: 1 };
    expect(minutes(lifeOf(paid))).toEqual({ ...steps, 'until-release': 65 });
    const gone = lifeOf([...paid, fact(95, 'removed')]);
    expect(minutes(gone)).toEqual({ ...steps, removal: 30, 'until-release': 65, 'until-removal': 95 });
    expect(gone.unfinished).toEqual([]);
  });

  it('has no release to wait for when it is rejected, or when no goods belong to it and its debt is settled', () => {
    const rejected = lifeOf([fact(0, 'lodged'), fact(1, 'rejected')]);
    expect([rejected.unfinished, rejected.durations]).toEqual([[], { acceptance: 60_000 }]);
    const supplementary = [fact(0, 'lodged'), fact(1, 'accepted', { conditions: [] }), fact(2, 'assessed')];
    expect(lifeOf(supplementary).unfinished).toEqual(['release']);
    expect(lifeOf([...supplementary, fact(3, 'settled')]).unfinished).toEqual([]);
  });

  it('tells the machine’s time by the wall, and only where nobody else was waited for', () => {
    expect(lifeOf(green).machine).toBe(50);
    expect(lifeOf([fact(-600, 'arrived'), ...green]).machine).toBe(50);
    expect(lifeOf(paid).machine).toBeUndefined();
  });

  it('stays small when one thing is said again and again', () => {
    const asked = Array.from({ length: 500 }, (_, minute) =>
      fact(minute, 'documents-asked', { caseId: 'case' }),
    );
    expect(lifeOf([...green.slice(0, 3), ...asked]).moments.length).toBeLessThan(30);
  });
});
