import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allAt, parseXml, textAt, type XmlNode } from './xml-tree';

/** What a rate depends on, as one item of a published declaration has it. */
export interface PublishedItem {
  readonly scenario: string;
  readonly sequence: string;
  readonly commodity: string;
  readonly origin: string;
  readonly preferentialOrigin: string;
  /** The preference that is claimed, `100` for none. */
  readonly rateClass: string;
  readonly additionalCodes: readonly string[];
  readonly statements: readonly string[];
  readonly procedures: readonly string[];
}

const ITEM = ['MetaData', 'Declaration', 'GoodsShipment', 'GovernmentAgencyGoodsItem'];

/** The items of the first new declaration of each scenario: the one that the published answers are about. */
export function publishedItems(corpora: string): PublishedItem[] {
  const folder = join(corpora, 'hmrc-cds', 'given', 'scenarios');
  return readdirSync(folder)
    .sort()
    .flatMap((scenario) => {
      const declaration = declarationsIn(join(folder, scenario))[0];
      return declaration ? allAt(declaration, ...ITEM).map((item) => itemOf(scenario, item)) : [];
    });
}

function declarationsIn(folder: string): XmlNode[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.toLowerCase().endsWith('.xml'))
    .sort()
    .flatMap((name) => wellFormed(readFileSync(join(folder, name), 'utf8')))
    .map(unwrapped)
    .filter((root) => textAt(root, 'MetaData', 'Declaration', 'TypeCode'))
    .filter((root) => textAt(root, 'MetaData', 'Declaration', 'FunctionCode') === '9');
}

/** Some published files are not well-formed; nothing can be learnt from them. */
function wellFormed(content: string): XmlNode[] {
  try {
    return [parseXml(content)];
  } catch {
    return [];
  }
}

/** Some are published inside the request that carries them within HMRC. */
function unwrapped(root: XmlNode): XmlNode {
  const [carried] = allAt(root, 'submitDeclarationRequest', 'requestDetail');
  return carried ?? root;
}

function itemOf(scenario: string, item: XmlNode): PublishedItem {
  const classifications = allAt(item, 'Commodity', 'Classification');
  const idsOf = (...types: string[]) =>
    classifications
      .filter((one) => types.includes(textAt(one, 'IdentificationTypeCode')))
      .map((one) => textAt(one, 'ID'));
  const origins = allAt(item, 'Origin');
  const originOf = (type: string) => origins.find((one) => textAt(one, 'TypeCode') === type);
  const [main, ...additional] = allAt(item, 'GovernmentProcedure');
  const procedure = main ? textAt(main, 'CurrentCode') + textAt(main, 'PreviousCode') : '';
  const country = (origin: XmlNode | undefined) => (origin ? textAt(origin, 'CountryCode') : '');
  return {
    scenario,
    sequence: textAt(item, 'SequenceNumeric'),
    commodity: idsOf('TSP', 'TRC').join(''),
    origin: country(originOf('1') ?? origins[0]),
    preferentialOrigin: country(originOf('2')),
    rateClass: allAt(item, 'Commodity', 'DutyTaxFee', 'DutyRegimeCode')[0]?.text.trim() ?? '',
    additionalCodes: idsOf('TRA', 'GN'),
    statements: allAt(item, 'AdditionalInformation').map((one) => textAt(one, 'StatementCode')),
    procedures: [procedure, ...additional.map((one) => textAt(one, 'CurrentCode'))],
  };
}
