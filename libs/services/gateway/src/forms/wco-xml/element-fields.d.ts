import { type Class } from '@tonggwan/contracts';
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
/**
 * The WCO's name of an element: `FunctionCode` for `functionCode`, `LPCOExemptionCode` for
 * `lpcoExemptionCode`.
 */
export declare function elementName(property: string): string;
/** The elements that a class of the canonical form has, by name, in the order of the WCO's schema. */
export declare function elementFieldsOf(type: Class): ReadonlyMap<string, ElementField>;
export {};
