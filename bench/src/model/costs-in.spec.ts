import { costsIn } from './costs-in';

const row = {
  ...{ name: 'tonggwan-postgres', perSecond: 300, walBytesPerDeclaration: 30_000 },
  ...{ storedBytesPerDeclaration: 20_000, walSyncsPerDeclaration: 0.5 },
  cpuMsByProgram: { system: 3, postgres: 2, kafka: 0, loader: 1 },
};
const printed = (result: object) => `tonggwan-postgres: turn 1 of 1 …\n${JSON.stringify(result)}\n`;

describe('what declarations cost', () => {
  it('is read from the last line, of the product alone and as it always is', () => {
    const others = [
      { ...row, name: 'bare-sql' },
      { ...row, beside: 'tonggwan-postgres' },
    ];
    expect(costsIn(printed({ rows: [row, ...others] }))).toEqual([
      {
        ...{ name: 'tonggwan-postgres', perSecond: 300, nodeMs: 3, postgresMs: 2, kafkaMs: 0 },
        ...{ walBytes: 30_000, storedBytes: 20_000, walSyncs: 0.5 },
      },
    ]);
  });

  it.each([
    ['no JSON', 'row lodged/s', 'not JSON'],
    ['no rows', printed({}), '`rows`'],
    ['a rate', printed({ rate: 50, rows: [row] }), '`rate`'],
    ['none of the product', printed({ rows: [{ ...row, name: 'bare-sql' }] }), 'no row of the product'],
    ['no number', printed({ rows: [{ ...row, perSecond: 'many' }] }), '`perSecond`'],
  ])('is refused where there is %s', (_, text, fault) => expect(() => costsIn(text)).toThrow(fault));
});
