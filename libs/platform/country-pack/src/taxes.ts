import type { CodeCondition, Tax } from './model';
import type { Fields } from './fields';
import { parseFormula } from './formula';
import type { JsonNode } from './json-node';

export const ROUNDINGS = ['truncate', 'half-up', 'up'] as const;
const MEMBERS = ['code', 'name', 'kind', 'base', 'rate', 'rounding', 'rule', 'optional'];
const EARLIER = ['unless', 'onlyWith'] as const;
const SOURCED = ['from', 'to', 'source', 'illustrative'];

/** The taxes in their order; a base may only speak of the value and of taxes that stand before it. */
export function readTaxes(nodes: readonly JsonNode[]): Tax[] {
  const before = new Set<string>();
  return nodes.map((node) => {
    const fields = node.fields(...MEMBERS, ...EARLIER, 'requiredWith', ...SOURCED);
    const tax = readTax(node, fields);
    checkBase(fields, tax.base, before);
    for (const member of EARLIER) {
      const earlier = tax[member];
      const known = earlier === undefined || before.has(earlier);
      if (!known) fields.fault(member, `'${earlier}' is not a tax that stands before this one`);
    }
    if (before.has(tax.code)) fields.fault('code', `'${tax.code}' stands twice`);
    before.add(tax.code);
    return tax;
  });
}

function readTax(node: JsonNode, fields: Fields): Tax {
  const rounding = node.child('rounding').fields('digits', 'rounding', 'unit');
  return {
    code: fields.text('code'),
    name: fields.text('name'),
    kind: fields.oneOf('kind', ['duty', 'tax']),
    base: fields.text('base'),
    rate: fields.optionalText('rate') === 'tariff' ? 'tariff' : fields.decimal('rate'),
    optional: fields.flag('optional'),
    requiredWith: node.has('requiredWith') ? readCondition(node.child('requiredWith')) : undefined,
    unless: fields.optionalText('unless'),
    onlyWith: fields.optionalText('onlyWith'),
    rounding: {
      digits: rounding.whole('digits', -6, 6),
      rounding: rounding.oneOf('rounding', ROUNDINGS),
      unit: rounding.oneOf('unit', ['item', 'declaration']),
    },
    rule: fields.text('rule'),
    ...fields.dated(),
    ...fields.sourced(),
  };
}

function readCondition(node: JsonNode): CodeCondition {
  node.fields('anyOf', 'noneOf');
  return { anyOf: node.texts('anyOf'), noneOf: node.texts('noneOf', 0) };
}

function checkBase(fields: Fields, base: string, before: ReadonlySet<string>): void {
  if (!base) return;
  try {
    const names = parseFormula(base).terms.flatMap(({ name }) => name ?? []);
    const unknown = names.filter((name) => name !== 'value' && !before.has(name));
    unknown.forEach((name) => fields.fault('base', `'${name}' is not a tax that stands before this one`));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    fields.fault('base', error.message);
  }
}
