import type { SampleCommodity, SampleMix } from './model';
import type { Fault } from './faults';
import { JsonNode } from './json-node';

export const SAMPLE_FILE = 'sample.json';
const COMMODITY = ['code', 'description', 'origins', 'rateClass', 'pricePerKilogram'];
const MEMBERS = ['typeCode', 'preLodgedTypeCode', 'procedure', 'currencies', 'paymentMethods', 'commodities'];

export function readSample(value: unknown, sources: ReadonlyMap<string, string>, faults: Fault[]): SampleMix {
  const node = new JsonNode(SAMPLE_FILE, '', value, sources, faults);
  const fields = node.fields(...MEMBERS, 'commodityWithoutRate', 'source', 'illustrative');
  const procedure = node.child('procedure').fields('current', 'previous');
  const methods = node.child('paymentMethods').fields('deferment', 'guarantee', 'notice');
  const { illustrative } = fields.sourced();
  if (!illustrative) fields.fault('illustrative', 'must be true: nobody lodges a sample');
  return {
    typeCode: fields.text('typeCode'),
    preLodgedTypeCode: fields.text('preLodgedTypeCode'),
    procedure: { current: procedure.text('current'), previous: procedure.text('previous') },
    currencies: node.texts('currencies'),
    paymentMethods: {
      deferment: methods.text('deferment'),
      guarantee: methods.text('guarantee'),
      notice: methods.text('notice'),
    },
    commodities: node.children('commodities').map(readCommodity),
    commodityWithoutRate: readCommodity(node.child('commodityWithoutRate')),
  };
}

function readCommodity(node: JsonNode): SampleCommodity {
  const fields = node.fields(...COMMODITY);
  return {
    code: fields.digits('code', 2, 14),
    description: fields.text('description'),
    origins: node.texts('origins'),
    rateClass: fields.text('rateClass'),
    pricePerKilogram: fields.positive('pricePerKilogram').toString(),
  };
}
