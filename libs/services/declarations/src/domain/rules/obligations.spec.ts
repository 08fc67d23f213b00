import type { CountryPack, Obligation } from '@tonggwan/country-pack';
import { brokenRules } from './examination';
import { examined, withItems } from './examined';
import { ObligationRules } from './obligations';

const ITEM = '/goodsShipment/governmentAgencyGoodsItem';
const MASS = '/commodity/goodsMeasure/netNetWeightMeasure';

function obligation(field: string, check: Obligation['check'], parameter = '', procedure = ''): Obligation {
  const rest = {
    code: 'K1',
    message: 'as the pack says',
    from: '2020-01-01',
    source: 's',
    illustrative: true,
  };
  return { dataSet: 'H1', procedure, field, check, parameter, ...rest };
}

type Given = Parameters<typeof examined>[0];

/** Pointers of what breaks these rows, asked for as a pack gives them out. */
function broken(rows: readonly Obligation[], given: Given): string[] {
  const subject = examined(given);
  const pack = {
    ...subject.pack,
    obligations: (_: string, procedure: string) => rows.filter((row) => procedure.startsWith(row.procedure)),
  } as CountryPack;
  return new ObligationRules(pack).broken({ ...subject, pack }).map(({ pointer }) => pointer);
}

const item = (currentCode: string, change: object = {}) => ({
  governmentProcedure: [{ currentCode, previousCode: '00' }],
  ...change,
});

describe('an obligation', () => {
  it.each([
    ['mandatory', '', { exitOffice: { id: 'A' } }, {}],
    ['forbidden', '', {}, { exitOffice: { id: 'A' } }],
    ['code-list', 'country', { exitOffice: { id: 'GB' } }, { exitOffice: { id: 'QX' } }],
    ['pattern', '^.{1,3}$', { exitOffice: { id: 'ABC' } }, { exitOffice: { id: 'ABCD' } }],
    ['positive', '', { exitOffice: { id: '0.1' } }, { exitOffice: { id: '0' } }],
  ] as const)('%s (%s) is met by %j and broken by %j', (check, parameter, good, bad) => {
    const rows = [obligation('/exitOffice/id', check, parameter)];
    expect([broken(rows, good), broken(rows, bad)]).toEqual([[], ['/exitOffice/id']]);
  });

  it('about the value of a field lets a missing one pass', () => {
    const rows = (['code-list', 'pattern', 'positive'] as const).map((check) =>
      obligation('/exitOffice/id', check, 'x'),
    );
    expect(broken(rows, {})).toEqual([]);
  });

  it('on occurrences takes the last that is allowed and points at the first that is not', () => {
    const rows = [obligation('/authorisationHolder', 'occurrences-max', '2')];
    const holders = (count: number) => ({ authorisationHolder: Array.from({ length: count }, () => ({})) });
    expect([broken(rows, holders(2)), broken(rows, holders(3))]).toEqual([[], ['/authorisationHolder/2']]);
  });

  it('takes an empty list for a missing one, and asks nothing of elements that are not there', () => {
    expect(broken([obligation(ITEM, 'mandatory')], withItems())).toEqual([ITEM]);
    expect(broken([obligation(`${ITEM}/[]${MASS}`, 'mandatory')], withItems())).toEqual([]);
  });

  it('about items is asked of each', () => {
    const rows = [obligation(`${ITEM}/[]${MASS}`, 'mandatory')];
    const weighed = { commodity: { goodsMeasure: { netNetWeightMeasure: { value: '1' } } } };
    expect(broken(rows, withItems(item('40'), item('40', weighed), item('40')))).toEqual([
      `${ITEM}/0${MASS}`,
      `${ITEM}/2${MASS}`,
    ]);
  });

  it('of a procedure is asked of the items of that procedure alone', () => {
    const rows = [obligation(`${ITEM}/[]${MASS}`, 'mandatory', '', '71')];
    expect(broken(rows, withItems(item('40'), item('71')))).toEqual([`${ITEM}/1${MASS}`]);
  });

  it('of a procedure about the whole is asked once if any item has it', () => {
    const rows = [obligation('/exitOffice/id', 'mandatory', '', '71')];
    expect(broken(rows, withItems(item('40')))).toEqual([]);
    expect(broken(rows, withItems(item('40'), item('71'), item('71')))).toEqual(['/exitOffice/id']);
  });
});

describe('all rules together', () => {
  it('report everything that is broken, and one field once: in the words of the pack', () => {
    const given = examined({
      ...withItems({ sequenceNumeric: '7', origin: [{ countryCode: 'QX' }] }),
      goodsItemQuantity: '2',
    });
    const rows = [obligation(`${ITEM}/[]/origin/[]/countryCode`, 'code-list', 'country')];
    const pack = { ...given.pack, obligations: () => rows } as CountryPack;
    const errors = brokenRules({ ...given, pack }, new ObligationRules(pack));
    expect(errors.map(({ code, pointer }) => [code, pointer])).toEqual([
      ['K1', `${ITEM}/0/origin/0/countryCode`],
      ['CDS10020', `${ITEM}/0/sequenceNumeric`],
      ['CDS11003', '/goodsItemQuantity'],
    ]);
  });
});
