import { Amount, type Class, DateTime, type Field, fieldsOf, Measure, Quantity } from '@tonggwan/contracts';

/** How an element says what its field holds. */
type Content = 'text' | 'value' | 'date and time' | 'elements';

export interface ElementField {
  readonly element: string;
  readonly property: string;
  readonly list: boolean;
  readonly content: Content;
  /** Which marks a value or a date: its currency, unit or format. */
  readonly attribute?: string;
  /** Of an element that has elements. */
  readonly type: Class;
}

/** Classes that are no element with elements: what they hold is text, marked by one attribute. */
const MARKED = new Map<Class, Pick<ElementField, 'content' | 'attribute'>>([
  [Amount, { content: 'value', attribute: 'currencyID' }],
  [Measure, { content: 'value', attribute: 'unitCode' }],
  [Quantity, { content: 'value', attribute: 'unitCode' }],
  [DateTime, { content: 'date and time', attribute: 'formatCode' }],
]);

/** Abbreviations that the WCO writes in capitals at the beginning of a name. */
const ABBREVIATION = /^(id|ucr|lpco|undgid|aeo|wco)(?=[A-Z]|$)/;

const known = new Map<Class, ReadonlyMap<string, ElementField>>();

/**
 * The WCO's name of an element: `FunctionCode` for `functionCode`, `LPCOExemptionCode` for
 * `lpcoExemptionCode`.
 */
export function elementName(property: string): string {
  const abbreviation = ABBREVIATION.exec(property)?.[0] ?? property.charAt(0);
  return abbreviation.toUpperCase() + property.slice(abbreviation.length);
}

/** The elements that a class of the canonical form has, by name, in the order of the WCO's schema. */
export function elementFieldsOf(type: Class): ReadonlyMap<string, ElementField> {
  const before = known.get(type);
  if (before) return before;
  const fields = new Map(fieldsOf(type).map((field) => [elementName(field.name), elementField(field)]));
  known.set(type, fields);
  return fields;
}

function elementField({ name, list, type }: Field): ElementField {
  const child = type?.() ?? Object;
  const held = type ? (MARKED.get(child) ?? { content: 'elements' as const }) : { content: 'text' as const };
  return { element: elementName(name), property: name, list, type: child, ...held };
}
