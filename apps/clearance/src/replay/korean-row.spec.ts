import { Declaration, validatorOf } from '@tonggwan/contracts';
import { declarationOf, type KoreanRow, missingColumns } from './korean-row';

const row: KoreanRow = {
  'Declaration ID': '97061800',
  Date: '2020-01-01',
  'Office ID': '30',
  'Process Type': 'B',
  'Import Type': '11',
  'Import Use': '21',
  'Payment Type': '11',
  'Mode of Transport': '10',
  'Declarant ID': 'ZZR1LT6',
  'Importer ID': 'QLRUBN9',
  'Seller ID': '',
  'Courier ID': '',
  'HS6 Code': '40890',
  'Country of Departure': 'BE',
  'Country of Origin': 'BE',
  'Tax Rate': '0.0',
  'Tax Type': 'FEU1',
  'Country of Origin Indicator': 'G',
  'Net Mass': '108.0',
  'Item Price': '372254.4',
};

describe('a Korean row', () => {
  const declaration = declarationOf(row);
  const item = declaration.goodsShipment!.governmentAgencyGoodsItem![0]!;

  it('becomes a declaration of the right shape', () => {
    expect(validatorOf(Declaration)(declaration)).toEqual([]);
  });

  it('keeps its price as the exact decimal that it is', () => {
    expect(item.commodity!.invoiceLine!.itemChargeAmount).toEqual({ value: '372254.4', currencyID: 'KRW' });
  });

  it('has a commodity code of six digits, also where the file lost a leading zero', () => {
    expect(item.commodity!.classification![0]!.id).toBe('040890');
  });

  it('names nobody where a column is empty', () => {
    expect(declaration.goodsShipment).not.toHaveProperty('seller');
    expect(declaration).not.toHaveProperty('consignment');
  });

  it('claims its rate class and keeps its rate and payment code as they are', () => {
    const [tax] = item.commodity!.dutyTaxFee!;
    expect(tax).toMatchObject({
      dutyRegimeCode: 'FEU1',
      taxRateNumeric: '0.0',
      payment: { methodCode: '11' },
    });
  });

  it('is told from a row of another file by its columns', () => {
    expect(missingColumns(Object.keys(row))).toEqual([]);
    expect(missingColumns(['Declaration ID', 'Date'])).toContain('Item Price');
  });
});
