import { factOf } from './facts';

const about = { declarationId: '01980c5e-4a10-7c3e-9f21-5d0e6b7a8c90', version: 1, party: 'P', caseId: 'C' };
const at = '2026-03-02T09:00:00.000Z';

const momentsOf = (type: string, data: object) =>
  factOf({ type, data: { ...about, ...data }, at }).moments.map(({ name }) => name);

describe('what is noted of a case', () => {
  it.each([
    ['control', ['control-opened', 'concluded']],
    ['hold', ['hold-opened', 'concluded']],
    // An audit keeps nobody waiting, and whoever reads a life could tell from it that there was one.
    ['audit', []],
  ])('of kind %s is %p', (kind, names) => {
    const opened = momentsOf('CaseOpened', { kind, openedAt: at });
    const concluded = momentsOf('ControlConcluded', { kind, concludedAt: at });
    expect([...opened, ...concluded]).toEqual(names);
  });
});
