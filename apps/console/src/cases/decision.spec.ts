import { decisionIn } from './decision';

function form(...fields: readonly (readonly [string, string])[]): FormData {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return data;
}

describe('the decision in the form', () => {
  it('says only what belongs to it and is filled in', () => {
    const filled = form(['reason', ' seen '], ['outcome', 'seized'], ['document', 'invoice'], ['text', '']);
    expect(decisionIn('clear', filled)).toEqual({ decision: 'clear', reason: 'seen' });
    expect(decisionIn('refuse', filled)).toEqual({ decision: 'refuse', reason: 'seen', outcome: 'seized' });
    expect(decisionIn('request-document', filled)).toEqual({
      decision: 'request-document',
      document: 'invoice',
    });
  });

  it('takes a rate for each row that has one, as the exact decimal that was written', () => {
    const row = (sequence: string, tax: string, rate: string, source: string) =>
      Object.entries({ sequence, tax, rate, source });
    const filled = form(
      ['reason', 'found'],
      ...row('1', 'A00', '6.50', 'ruling 12'),
      ...row('2', 'A00', '', ''),
    );
    expect(decisionIn('clear', filled)).toEqual({
      decision: 'clear',
      reason: 'found',
      rates: [{ sequence: 1, tax: 'A00', rate: '6.50', source: 'ruling 12' }],
    });
  });
});
