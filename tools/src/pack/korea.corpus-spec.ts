import { Decimal } from '@tonggwan/kernel';
import { corpora, describeWithCorpora, packFor } from '@tonggwan/testing';
import type { Cells } from './derive/csv-file';
import { koreanRows } from './derive/kr-rows';

describeWithCorpora("Korea's pack and the declarations it was worked out from", () => {
  const pack = packFor('kr');
  const rows = koreanRows(corpora());
  const rateOf = (row: Cells) =>
    pack.rate({ tax: 'CUD', commodityCode: row['HS6 Code']!, rateClass: row['Tax Type'], on: row.Date! });

  it('has a rate for each of the 45,519 rows on its own day, with the rate class that it claims', () => {
    expect(rows).toHaveLength(45_519);
    expect(rows.filter((row) => !rateOf(row))).toEqual([]);
  });

  it('gives the rate of the row, save where a class had several and it is marked ambiguous', () => {
    const other = rows.filter((row) => !rateOf(row)!.percent.equals(Decimal.parse(row['Tax Rate']!)));
    expect(other.every((row) => rateOf(row)!.ambiguous)).toBe(true);
    expect(other.length).toBeLessThan(rows.length / 20);
  });

  it('knows every code that the rows declare, on the day of the row', () => {
    const lists = { 'Country of Origin': 'country', 'Tax Type': 'rate-class', 'Import Type': 'procedure' };
    const unknown = rows.filter((row) => {
      const on = row.Date!;
      const listed = Object.entries(lists).every(([column, list]) => pack.hasCode(list, row[column]!, on));
      const office = pack.hasCode('office', row['Office ID']!, on);
      const payment = pack.paymentMethod(row['Payment Type']!, on);
      return !(listed && office && payment && pack.hasCommodity(row['HS6 Code']!, on));
    });
    expect(unknown).toEqual([]);
  });

  it('has the goods of a sample day on any later day', () => {
    const { commodities, commodityWithoutRate } = pack.sample;
    const query = { tax: 'CUD', on: '2027-06-30' };
    const rated = commodities.filter(({ code, rateClass }) =>
      pack.rate({ ...query, commodityCode: `${code}0000`, rateClass }),
    );
    expect(rated).toEqual(commodities);
    expect(pack.hasCommodity(commodityWithoutRate.code, query.on)).toBe(true);
    expect(pack.rate({ ...query, commodityCode: commodityWithoutRate.code, rateClass: 'A' })).toBeUndefined();
  });
});
