/** How an amount is cut to fewer digits. `truncate` drops them, `half-up` rounds five away from zero. */
export type Rounding = 'truncate' | 'half-up' | 'up';

const FORM = /^(-?)(\d+)(?:\.(\d+))?$/;

/** The most digits a number from outside may have: longer ones are an attack, not a price. */
const DIGITS_MAX = 60;

/** An exact decimal number: `units` divided by ten to the power of `digits`. Never a float. */
export class Decimal {
  static readonly zero = new Decimal(0n, 0);

  private constructor(
    private readonly units: bigint,
    private readonly digits: number,
  ) {}

  /** @throws RangeError when the text is not a plain decimal number such as `-12.340` */
  static parse(text: string): Decimal {
    const match = text.length <= DIGITS_MAX ? FORM.exec(text) : null;
    if (!match) throw new RangeError(`not a decimal number: ${text.slice(0, DIGITS_MAX)}`);
    const [, sign = '', whole = '0', fraction = ''] = match;
    return new Decimal(BigInt(sign + whole + fraction), fraction.length);
  }

  static isDecimal(text: string): boolean {
    return text.length <= DIGITS_MAX && FORM.test(text);
  }

  /** `units` of the smallest coin, where `digits` decimals make one whole. */
  static ofMinor(units: bigint, digits: number): Decimal {
    return new Decimal(units, digits);
  }

  static of(whole: number | bigint): Decimal {
    return new Decimal(BigInt(whole), 0);
  }

  static sum(numbers: Iterable<Decimal>): Decimal {
    let total = Decimal.zero;
    for (const number of numbers) total = total.plus(number);
    return total;
  }

  plus(other: Decimal): Decimal {
    const digits = Math.max(this.digits, other.digits);
    return new Decimal(this.unitsAt(digits) + other.unitsAt(digits), digits);
  }

  minus(other: Decimal): Decimal {
    return this.plus(new Decimal(-other.units, other.digits));
  }

  times(other: Decimal): Decimal {
    return new Decimal(this.units * other.units, this.digits + other.digits);
  }

  /** The quotient with `digits` decimals. @throws RangeError on division by zero */
  dividedBy(other: Decimal, digits: number, rounding: Rounding): Decimal {
    if (other.units === 0n) throw new RangeError('division by zero');
    const power = 10n ** BigInt(Math.max(0, digits + other.digits - this.digits));
    const surplus = 10n ** BigInt(Math.max(0, this.digits - digits - other.digits));
    return new Decimal(divide(this.units * power, other.units * surplus, rounding), digits);
  }

  /** Cut to `digits` decimals; a negative number of digits cuts to tens, hundreds and so on. */
  round(digits: number, rounding: Rounding): Decimal {
    if (digits >= this.digits) return this;
    const cut = divide(this.units, 10n ** BigInt(this.digits - digits), rounding);
    return digits >= 0 ? new Decimal(cut, digits) : new Decimal(cut * 10n ** BigInt(-digits), 0);
  }

  compare(other: Decimal): -1 | 0 | 1 {
    const digits = Math.max(this.digits, other.digits);
    const [mine, theirs] = [this.unitsAt(digits), other.unitsAt(digits)];
    return mine < theirs ? -1 : mine > theirs ? 1 : 0;
  }

  equals(other: Decimal): boolean {
    return this.compare(other) === 0;
  }

  isZero(): boolean {
    return this.units === 0n;
  }

  isPositive(): boolean {
    return this.units > 0n;
  }

  /** The number of smallest coins. @throws RangeError when a fraction of one is left */
  toMinor(digits: number): bigint {
    const exact = this.round(digits, 'truncate');
    if (!exact.equals(this)) throw new RangeError(`${this.toString()} has more than ${digits} decimals`);
    return exact.unitsAt(digits);
  }

  /** Exactly `digits` decimals, as amounts are written. */
  toFixed(digits: number): string {
    return new Decimal(this.toMinor(digits), digits).toString();
  }

  toString(): string {
    const magnitude = (this.units < 0n ? -this.units : this.units).toString().padStart(this.digits + 1, '0');
    const point = magnitude.length - this.digits;
    const text = this.digits ? `${magnitude.slice(0, point)}.${magnitude.slice(point)}` : magnitude;
    return this.units < 0n ? `-${text}` : text;
  }

  toJSON(): string {
    return this.toString();
  }

  private unitsAt(digits: number): bigint {
    return digits === this.digits ? this.units : this.units * 10n ** BigInt(digits - this.digits);
  }
}

function divide(dividend: bigint, divisor: bigint, rounding: Rounding): bigint {
  const quotient = dividend / divisor;
  const remainder = dividend % divisor;
  if (rounding === 'truncate' || remainder === 0n) return quotient;
  const away = dividend < 0n === divisor < 0n ? 1n : -1n;
  const twice = 2n * (remainder < 0n ? -remainder : remainder);
  const reachesHalf = twice >= (divisor < 0n ? -divisor : divisor);
  return rounding === 'up' || reachesHalf ? quotient + away : quotient;
}
