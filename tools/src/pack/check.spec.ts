import { rmSync } from 'node:fs';
import { checkPack, type Fault, loadPack, PackFaults } from '@tonggwan/country-pack';
import { check } from './check';
import { SOUND_PACK, writePack } from './fixture/sound-pack';

const folders: string[] = [];
const folderWith = (files: Readonly<Record<string, string>>) => {
  const folder = writePack(files);
  folders.push(folder);
  return folder;
};

/** The sound pack with one text in one file written otherwise. */
const broken = (file: string, text: string, otherwise: string) => {
  const before = SOUND_PACK[file]!;
  expect(before).toContain(text);
  return folderWith({ ...SOUND_PACK, [file]: before.replace(text, otherwise) });
};
const places = (faults: readonly Fault[]) => faults.map(({ file, row, field }) => [file, row, field]);

afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

describe('a pack that is broken in one place', () => {
  it.each<[string, string, string, string, number | string | undefined, string | undefined]>([
    ['a column that no table has', 'offices.csv', 'inspectionsPerDay', 'inspections', 1, 'inspections'],
    ['a row with a cell too few', 'codes.csv', 'country,FR,France', 'country,FR', 2, undefined],
    ['a quote that is not closed', 'codes.csv', 'France', '"France', 2, undefined],
    ['a day that no calendar has', 'commodities.csv', '010129,2020-01-01', '010129,2020-02-30', 3, 'from'],
    ['a last day before the first', 'tariff.csv', '2020-01-01,', '2020-01-01,2019-12-31', 2, 'to'],
    ['a rate with a comma', 'tariff.csv', '4.5', '"4,5"', 2, 'percent'],
    ['a negative rate', 'tariff.csv', '4.5', '-4.5', 2, 'percent'],
    ['a tax that the pack does not have', 'tariff.csv', 'A00,010121', 'A01,010121', 2, 'tax'],
    ['goods that the nomenclature does not have', 'usual-prices.csv', '010121', '990121', 2, 'commodity'],
    ['an exchange rate of nothing', 'exchange-rates.csv', '0.78', '0', 2, 'rate'],
    ['a time zone that nobody lives in', 'offices.csv', 'Europe/London', 'Europe/Dover', 2, 'timeZone'],
    ['two rows of one key on the same day', 'commodities.csv', '010129', '010121', 3, 'from'],
    ['a source that is not cited', 'kinds.csv', 'law', 'hearsay', 2, 'source'],
    ['no source', 'error-texts.csv', 'law', '', 2, 'source'],
    ['a condition that no release knows', 'kinds.csv', 'control payment', 'control luck', 2, 'conditions'],
    ['a check that no rule does', 'obligations.csv', 'mandatory', 'nice', 2, 'check'],
    ['a list that is not there', 'obligations.csv', 'code-list,country', 'code-list,planet', 3, 'parameter'],
    ['a data set of no kind', 'obligations.csv', 'H1,,/declarant', 'H9,,/declarant', 2, 'dataSet'],
    ['nothing collected without a reason', 'payment-methods.csv', 'A,notice', 'A,nil', 2, 'reason'],
    ['more than a hundred per cent', 'risk-profiles.csv', ',50,', ',150,', 2, 'percent'],
    ['a formula that cannot be read', 'pack.json', 'value + A00', 'value + (A00)', '/taxes/1', 'base'],
    ['a formula over a later tax', 'pack.json', 'value + A00', 'value + C00', '/taxes/1', 'base'],
    ['a misspelt member', 'pack.json', '"goodsItemsMax":99', '"goodsItemMax":99', '/law', 'goodsItemMax'],
    ['a placeholder that is none', 'pack.json', '{office}', '{port}', '/law/declarationNumber', 'template'],
    ['JSON that does not end', 'pack.json', '"states":{', '"states":', undefined, undefined],
    ['a sample of no kind', 'sample.json', '"typeCode":"IMA"', '"typeCode":"IMX"', '/', 'typeCode'],
    [
      'a sample with a rate where none should be',
      'sample.json',
      '010129',
      '010121',
      '/commodityWithoutRate',
      'code',
    ],
  ])('%s is named by file, row and field', (_, file, text, otherwise, row, field) => {
    const { pack, faults } = checkPack(broken(file, text, otherwise));
    expect(pack).toBeUndefined();
    expect(places(faults)).toContainEqual([file, row, field]);
  });

  it('that lacks a file or has one too many is told both', () => {
    const { 'kinds.csv': missing, ...files } = SOUND_PACK;
    const { faults } = checkPack(folderWith({ ...files, 'kind.csv': '' }));
    expect(places(faults)).toEqual([
      ['kinds.csv', undefined, undefined],
      ['kind.csv', undefined, undefined],
    ]);
  });
});

describe('a pack', () => {
  it('without a fault loads, and its version changes with its content', () => {
    const { version } = loadPack(folderWith(SOUND_PACK));
    expect(version).toMatch(/^1\+[0-9a-f]{12}$/);
    expect(loadPack(folderWith(SOUND_PACK)).version).toBe(version);
    expect(loadPack(broken('tariff.csv', '4.5', '4.6')).version).not.toBe(version);
  });

  it('with several faults does not load and names every one', () => {
    const offices = SOUND_PACK['offices.csv']!.replace('Europe/London,5', 'Mars,many');
    const folder = folderWith({ ...SOUND_PACK, 'offices.csv': offices });
    expect(() => loadPack(folder)).toThrow(PackFaults);
    expect(places(checkPack(folder).faults)).toEqual([
      ['offices.csv', 2, 'timeZone'],
      ['offices.csv', 2, 'inspectionsPerDay'],
    ]);
  });

  it('is reported as a table with its counts, or as one JSON object', () => {
    const folder = folderWith(SOUND_PACK);
    expect(check(folder, false).lines.at(-1)).toMatch(/: xx 1\+[0-9a-f]{12}, 19 rows, no fault$/);
    expect(JSON.parse(check(folder, true).lines[0]!)).toMatchObject({ country: 'xx', faults: [] });
    expect(check(folderWith({}), false)).toMatchObject({ sound: false });
  });
});
