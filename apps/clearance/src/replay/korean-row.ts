import type { Declaration, Party } from '@tonggwan/contracts';

/** A row of the customs service's synthetic import declarations, by the names of its columns. */
export type KoreanRow = Readonly<Record<KoreanColumn, string>>;

const COLUMNS = [
  'Declaration ID',
  'Date',
  'Office ID',
  'Process Type',
  'Import Type',
  'Import Use',
  'Payment Type',
  'Mode of Transport',
  'Declarant ID',
  'Importer ID',
  'Seller ID',
  'Courier ID',
  'HS6 Code',
  'Country of Departure',
  'Country of Origin',
  'Tax Rate',
  'Tax Type',
  'Country of Origin Indicator',
  'Net Mass',
  'Item Price',
] as const;
type KoreanColumn = (typeof COLUMNS)[number];

/** The columns that a file lacks, which is then no file of this kind. */
export function missingColumns(header: readonly string[]): readonly string[] {
  return COLUMNS.filter((column) => !header.includes(column));
}

/**
 * A row as a declaration of one goods item. The price is the customs value, an exact decimal; the rate stands there for
 * comparison only, since the tariff decides; payment codes stay as they are. What a court found out later (the two columns on
 * fraud) is not declared.
 */
export function declarationOf(row: KoreanRow): Declaration {
  const price = { value: row['Item Price'], currencyID: 'KRW' };
  const tax = {
    typeCode: 'CUD',
    dutyRegimeCode: row['Tax Type'],
    taxRateNumeric: row['Tax Rate'],
    payment: { methodCode: row['Payment Type'] },
  };
  const commodity = {
    classification: [{ id: row['HS6 Code'].padStart(6, '0'), identificationTypeCode: 'HS' }],
    dutyTaxFee: [tax],
    goodsMeasure: { netNetWeightMeasure: { value: row['Net Mass'], unitCode: 'KGM' } },
    invoiceLine: { itemChargeAmount: price },
  };
  const item = {
    sequenceNumeric: '1',
    commodity,
    governmentProcedure: [{ currentCode: row['Import Type'] }],
    origin: [{ countryCode: row['Country of Origin'], typeCode: row['Country of Origin Indicator'] }],
  };
  return {
    acceptanceDateTime: { dateTimeString: row.Date.replaceAll('-', ''), formatCode: '102' },
    functionCode: '9',
    functionalReferenceID: row['Declaration ID'],
    typeCode: row['Process Type'],
    goodsItemQuantity: '1',
    declarationOfficeID: row['Office ID'],
    additionalInformation: [{ statementTypeCode: 'IMPORT-USE', statementCode: row['Import Use'] }],
    borderTransportMeans: { modeCode: row['Mode of Transport'] },
    ...named('declarant', row['Declarant ID']),
    goodsShipment: {
      exportCountry: { id: row['Country of Departure'] },
      governmentAgencyGoodsItem: [item],
      ...named('importer', row['Importer ID']),
      ...named('seller', row['Seller ID']),
    },
    ...(row['Courier ID'] ? { consignment: { carrier: { id: row['Courier ID'] } } } : {}),
  };
}

/** A party by its sign; nothing where the column is empty. */
function named<Role extends string>(role: Role, id: string): { readonly [Name in Role]?: Party } {
  return id ? ({ [role]: { id } } as { readonly [Name in Role]?: Party }) : {};
}
