import { type Case, noCase } from './case';
import type { CaseDue } from './dossier';
import { type CaseCommand, faultOf, handleCase, type OfficerCommand } from './handle-case';
import type { OfficerDecision } from './officer-decision';

const due: CaseDue = {
  ...{ declarationId: '01980c5e-4a10-7c3e-9f21-5d0e6b7a8c90', version: 1, party: 'broker' },
  ...{ caseId: '01980c60-11b2-8d44-8a6e-2f9b3c4d5e6f', kind: 'control', office: '40', priority: 50 },
  ...{ reasons: [{ code: 'P1', text: 'cheap' }], at: '2026-03-02T08:00:00.000Z' },
};
const hold: CaseDue = { ...due, kind: 'hold', reasons: [{ code: 'no-rate', text: 'item 1 has no rate' }] };
const opened = (case_: CaseDue = due): CaseCommand => ({ type: 'Open', due: case_ });
const at = '2026-03-02T18:00:00.000Z';
const wallAt = (minute: number): string => new Date(Date.UTC(2026, 0, 1, 9, minute)).toISOString();

const claim = (officer: string, minute = 0, more: object = {}): OfficerCommand => ({
  ...{ type: 'Claim', officer, at, wall: wallAt(minute), until: wallAt(minute + 30), isSupervisor: false },
  ...more,
});
const giveBack = (officer: string): OfficerCommand => ({ type: 'GiveBack', officer, at, wall: wallAt(1) });
const clearing: OfficerDecision = { decision: 'clear', reason: 'invoice matches' };
const decide = (officer: string, decision: OfficerDecision = clearing, minute = 1): OfficerCommand => ({
  ...{ type: 'Decide', officer, at, wall: wallAt(minute), decision },
});

const given = (...commands: CaseCommand[]): Case =>
  commands.reduce(
    (state, command) => handleCase.decide(command, state).reduce(handleCase.evolve, state),
    noCase,
  );
const when = (command: CaseCommand, state: Case): readonly unknown[] =>
  handleCase.decide(command, state).map(({ type, data }) => ({ type, ...data }));

describe('A case', () => {
  it('is opened once, however often it is due', () => {
    expect(when(opened(), noCase)).toMatchObject([
      { type: 'CaseDrawnUp', priority: 50 },
      { type: 'CaseOpened', kind: 'control', office: '40', openedAt: due.at },
    ]);
    expect(when(opened(), given(opened()))).toEqual([]);
    expect(when(opened(), given(opened(), claim('kim'), decide('kim')))).toEqual([]);
  });

  it('is opened again by a hold that is younger than the one that was settled', () => {
    const rates = [{ sequence: 1, tax: 'CUD', rate: '8', source: 'ruling 12' }];
    const settled = given(opened(hold), claim('kim'), decide('kim', { ...clearing, rates }));
    const again = when(opened({ ...hold, at: '2026-03-02T18:00:01.000Z' }), settled);
    expect(again).toMatchObject([{ type: 'CaseDrawnUp' }, { type: 'CaseOpened' }]);
  });

  it('is closed when it is over, and then nobody can do anything with it', () => {
    const over = { ...due, why: 'cancelled', at } as const;
    const closed = given(opened(), { type: 'Close', over });
    expect(closed).toMatchObject({ status: 'closed', history: [{ what: 'opened' }, { what: 'closed' }] });
    expect(faultOf(claim('kim'), closed)).toBe('case-ended');
    expect(when({ type: 'Close', over }, closed)).toEqual([]);
  });
});

describe('A lease', () => {
  it('keeps others away while it lasts, and no longer', () => {
    const held = given(opened(), claim('kim'));
    expect(faultOf(claim('lee', 29), held)).toBe('held-by-another');
    expect(faultOf(claim('lee', 30), held)).toBeUndefined();
  });

  it('is renewed by whoever has it, without a word in the history', () => {
    const renewed = given(opened(), claim('kim'), claim('kim', 20));
    expect(faultOf(claim('lee', 45), renewed)).toBe('held-by-another');
    expect(renewed.history.map(({ what }) => what)).toEqual(['opened', 'claimed']);
  });

  it('ends when the case is given back, which only the holder can do', () => {
    const held = given(opened(), claim('kim'));
    expect(faultOf(giveBack('lee'), held)).toBe('not-held');
    expect(faultOf(claim('lee', 2), given(opened(), claim('kim'), giveBack('kim')))).toBeUndefined();
  });

  it('is taken over by a supervisor who says why', () => {
    const held = given(opened(), claim('kim'));
    expect(faultOf(claim('han', 1, { isSupervisor: true }), held)).toBe('reason-missing');
    const taken = given(opened(), claim('kim'), claim('han', 1, { isSupervisor: true, reason: 'on leave' }));
    expect(taken).toMatchObject({ lease: { officer: 'han' } });
    expect(taken.history.at(-1)).toMatchObject({ what: 'taken-over', officer: 'han', text: 'on leave' });
  });
});

describe('A decision', () => {
  const held = given(opened(), claim('kim'));

  it('is taken by the officer who holds the case and by nobody else', () => {
    expect(faultOf(decide('kim'), given(opened()))).toBe('not-held');
    expect(faultOf(decide('lee'), held)).toBe('held-by-another');
    expect(faultOf(decide('kim', clearing, 30), held)).toBe('not-held');
    expect(when(decide('lee'), held)).toEqual([]);
  });

  it('clears a control', () => {
    expect(when(decide('kim'), held)).toMatchObject([
      { type: 'ControlConcluded', kind: 'control', decision: 'clear', officer: 'kim', concludedAt: at },
    ]);
  });

  it('refuses goods with an outcome', () => {
    const refusing: OfficerDecision = { decision: 'refuse', reason: 'counterfeit', outcome: 'destroyed' };
    expect(when(decide('kim', refusing), held)).toMatchObject([
      { type: 'ControlConcluded', decision: 'refuse', outcome: 'destroyed', reason: 'counterfeit' },
    ]);
  });

  it('lifts a hold with the rates that the tariff lacks', () => {
    const rates = [{ sequence: 1, tax: 'CUD', rate: '8', source: 'ruling 12' }];
    expect(when(decide('kim', { ...clearing, rates }), given(opened(hold), claim('kim')))).toMatchObject([
      { type: 'HoldLifted', rates, officer: 'kim', liftedAt: at },
    ]);
  });

  it('asks for a document and leaves the case open', () => {
    const asking: OfficerDecision = { decision: 'request-document', document: 'invoice', text: 'signed' };
    expect(when(decide('kim', asking), held)).toMatchObject([
      { type: 'DocumentNoted', officer: 'kim' },
      { type: 'DocumentRequested', document: 'invoice', text: 'signed', requestedAt: at },
    ]);
    const asked = given(opened(), claim('kim'), decide('kim', asking));
    expect(asked).toMatchObject({ status: 'open', lease: { officer: 'kim' } });
    expect(asked.history.at(-1)).toMatchObject({ what: 'document-requested', text: 'invoice: signed' });
  });

  it.each<[string, OfficerDecision, string]>([
    ['without a reason', { decision: 'clear' }, 'reason-missing'],
    ['to refuse without an outcome', { decision: 'refuse', reason: 'x' }, 'outcome-missing'],
    ['to ask for no document', { decision: 'request-document' }, 'document-missing'],
    ['to clear goods without a rate', clearing, 'rates-missing'],
    [
      'with a rate below zero',
      { ...clearing, rates: [{ sequence: 1, tax: 'CUD', rate: '-1', source: 'x' }] },
      'negative-rate',
    ],
  ])('is not taken %s', (_, decision, fault) => {
    expect(faultOf(decide('kim', decision), given(opened(hold), claim('kim')))).toBe(fault);
  });

  it('is taken once', () => {
    const decided = given(opened(), claim('kim'), decide('kim'));
    expect(decided).toMatchObject({ status: 'decided', endedAt: at });
    expect(faultOf(decide('kim'), decided)).toBe('case-ended');
  });
});

describe('The history of a case', () => {
  it('forgets its beginning rather than grow without end', () => {
    const toAndFro = Array.from({ length: 150 }, () => [claim('kim'), giveBack('kim')]).flat();
    expect(given(opened(), ...toAndFro).history).toHaveLength(200);
  });
});
