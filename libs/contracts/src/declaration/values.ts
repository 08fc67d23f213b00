import { DecimalText, OptionalText, Text } from '../shape/field';

/** `value` in whole units of the currency (`"12.50"`), `currencyID` as ISO 4217 has it. */
export class Amount {
  @DecimalText() value!: string;
  @OptionalText() currencyID?: string;
}

/** A mass or length; without a unit the element says it (kilograms for masses). */
export class Measure {
  @DecimalText() value!: string;
  @OptionalText() unitCode?: string;
}

/** A number of `unitCode` (UN/ECE recommendation 20). */
export class Quantity {
  @DecimalText() value!: string;
  @OptionalText() unitCode?: string;
}

/** As written on the wire; `formatCode` 102 is YYYYMMDD, 304 has time and zone. */
export class DateTime {
  @Text() dateTimeString!: string;
  @OptionalText() formatCode?: string;
}
