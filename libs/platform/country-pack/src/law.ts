import type { DeclarationNumberForm, Law } from './model';
import { unknownPlaceholder } from './declaration-number';
import type { JsonNode } from './json-node';
import { ROUNDINGS } from './taxes';

/** Scalars of the law that stand for themselves: `basis` cites each one. */
const CITED = [
  'taxPoint',
  'taxPointOfPreLodged',
  'goodsItemsMax',
  'commodityCodeDigits',
  'declaredDateAheadDaysMax',
  'selfAssessment',
  'paymentAfterReleaseDays',
  'customsValueRounding',
  'randomInspection',
  'channelPriorities',
];
const CHANNELS = ['green', 'yellow', 'red', 'blue'];

export function readLaw(node: JsonNode): Law {
  const fields = node.fields(...CITED, 'declarationNumber', 'smallestCollected', 'basis');
  const rounding = node.child('customsValueRounding').fields('digits', 'rounding');
  const priorities = node.child('channelPriorities').fields(...CHANNELS);
  checkBasis(node.child('basis'));
  return {
    taxPoint: fields.oneOf('taxPoint', ['lodging', 'acceptance']),
    taxPointOfPreLodged: fields.oneOf('taxPointOfPreLodged', ['lodging', 'presentation']),
    declarationNumber: readNumberForm(node.child('declarationNumber')),
    goodsItemsMax: fields.whole('goodsItemsMax', 1, 99_999),
    commodityCodeDigits: readDigits(node),
    declaredDateAheadDaysMax: fields.whole('declaredDateAheadDaysMax', 0, 3660),
    selfAssessment: fields.flag('selfAssessment'),
    paymentAfterReleaseDays: fields.whole('paymentAfterReleaseDays', 0, 3660),
    smallestCollected: readSmallest(node),
    customsValueRounding: {
      digits: rounding.whole('digits', -6, 6),
      rounding: rounding.oneOf('rounding', ROUNDINGS),
    },
    randomInspection: readRandom(node),
    channelPriorities: Object.fromEntries(CHANNELS.map((one) => [one, priorities.whole(one, 0, 1000)])),
  };
}

function checkBasis(basis: JsonNode): void {
  basis.fields(...CITED);
  for (const scalar of CITED) basis.child(scalar).fields('source', 'illustrative').sourced();
}

function readNumberForm(node: JsonNode): DeclarationNumberForm {
  const fields = node.fields('template', 'source', 'illustrative');
  const template = fields.text('template');
  const unknown = unknownPlaceholder(template);
  if (unknown) fields.fault('template', `'${unknown}' is not a placeholder`);
  if (template && !template.includes('{sequence'))
    fields.fault('template', 'lacks {sequence}: numbers would repeat');
  return { template, ...fields.sourced() };
}

function readDigits(node: JsonNode): [number, number] {
  const digits = node.child('commodityCodeDigits').fields('least', 'most');
  const least = digits.whole('least', 2, 14);
  return [least, digits.whole('most', least, 14)];
}

function readSmallest(node: JsonNode): Law['smallestCollected'] {
  return node.children('smallestCollected').map((child) => {
    const fields = child.fields('amount', 'from', 'to', 'source', 'illustrative');
    return { amount: fields.decimal('amount'), ...fields.dated(), ...fields.sourced() };
  });
}

function readRandom(node: JsonNode): Law['randomInspection'] {
  const fields = node.child('randomInspection').fields('percent', 'floorPercent');
  const [percent, floorPercent] = [fields.percent('percent'), fields.percent('floorPercent')];
  if (floorPercent.compare(percent) > 0) fields.fault('floorPercent', 'is more than percent');
  return { percent, floorPercent };
}
