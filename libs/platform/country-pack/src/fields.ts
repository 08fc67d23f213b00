import { Decimal } from '@tonggwan/kernel';
import type { Dated, Day, Sourced } from './model';
import { isDay, isTimeZone } from './day';
import type { Fault } from './faults';

/**
 * Reads one row of a CSV or one object of a JSON file, field by field. A fault is noted and a harmless value
 * given back, so that one reading finds every fault; what was read is used only when there were none.
 */
export class Fields {
  constructor(
    private readonly file: string,
    readonly row: number | string,
    private readonly values: Readonly<Record<string, unknown>>,
    private readonly sources: ReadonlyMap<string, string>,
    private readonly faults: Fault[],
  ) {}

  fault(field: string, message: string): void {
    this.faults.push({ file: this.file, row: this.row, field, message });
  }

  optionalText(field: string): string | undefined {
    const value = this.values[field];
    if (value === undefined || value === '') return undefined;
    if (typeof value === 'string') return value;
    this.fault(field, 'is not a text');
    return undefined;
  }

  text(field: string): string {
    if (this.values[field] === undefined || this.values[field] === '') this.fault(field, 'is missing');
    return this.optionalText(field) ?? '';
  }

  oneOf<Value extends string>(field: string, allowed: readonly Value[]): Value {
    const value = this.text(field);
    const found = allowed.find((one) => one === value);
    if (found === undefined && value) this.fault(field, `'${value}' is not one of ${allowed.join(', ')}`);
    return found ?? allowed[0]!;
  }

  flag(field: string): boolean {
    const value = this.values[field];
    if (typeof value === 'boolean') return value;
    return this.oneOf(field, ['false', 'true']) === 'true';
  }

  /** A number of a JSON file or a cell of digits. */
  whole(field: string, least: number, most: number): number {
    const value = this.values[field];
    const number = typeof value === 'string' && /^-?\d{1,9}$/.test(value) ? Number(value) : value;
    if (typeof number === 'number' && Number.isInteger(number) && number >= least && number <= most)
      return number;
    this.fault(
      field,
      value === undefined || value === '' ? 'is missing' : `is not a whole number ${least} to ${most}`,
    );
    return least;
  }

  /** Decimals are texts in JSON too: a JSON number would be a float. */
  decimal(field: string, least = Decimal.zero): Decimal {
    return this.optionalDecimal(field, least) ?? this.missingDecimal(field);
  }

  optionalDecimal(field: string, least = Decimal.zero): Decimal | undefined {
    const text = this.optionalText(field);
    if (text === undefined) return undefined;
    const number = Decimal.isDecimal(text) ? Decimal.parse(text) : undefined;
    if (!number) this.fault(field, `'${text}' is not a decimal number`);
    else if (number.compare(least) < 0) this.fault(field, `${text} is less than ${least.toString()}`);
    return number ?? Decimal.zero;
  }

  positive(field: string): Decimal {
    const number = this.decimal(field);
    if (number.isZero() && this.optionalText(field)) this.fault(field, 'is not more than zero');
    return number;
  }

  percent(field: string): Decimal {
    const number = this.decimal(field);
    if (number.compare(Decimal.of(100)) > 0)
      this.fault(field, `${number.toString()} is more than 100 per cent`);
    return number;
  }

  /** A commodity code: that many digits, or fewer. */
  digits(field: string, least: number, most: number): string {
    const text = least ? this.text(field) : (this.optionalText(field) ?? '');
    const fits = /^\d*$/.test(text) && text.length >= least && text.length <= most;
    if (text && !fits) this.fault(field, `'${text}' is not ${least} to ${most} digits`);
    return text;
  }

  timeZone(field: string): string {
    const zone = this.text(field);
    if (zone && !isTimeZone(zone)) this.fault(field, `'${zone}' is not a time zone`);
    return zone;
  }

  dated(): Dated {
    const from = this.day('from', this.text('from'));
    const last = this.optionalText('to');
    if (last === undefined) return { from };
    const to = this.day('to', last);
    if (to < from) this.fault('to', `${to} is before ${from}`);
    return { from, to };
  }

  sourced(): Sourced {
    const name = this.text('source');
    const source = this.sources.get(name);
    if (name && source === undefined) this.fault('source', `'${name}' is not one of the pack's sources`);
    return { source: source ?? '', illustrative: this.flag('illustrative') };
  }

  private day(field: string, text: string): Day {
    if (text && !isDay(text)) this.fault(field, `'${text}' is not a day such as 2026-01-31`);
    return text;
  }

  private missingDecimal(field: string): Decimal {
    if (this.values[field] === undefined || this.values[field] === '') this.fault(field, 'is missing');
    return Decimal.zero;
  }
}
