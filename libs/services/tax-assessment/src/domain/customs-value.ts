import type { Day } from '@tonggwan/country-pack';
import { Decimal } from '@tonggwan/kernel';
import { apportion } from './apportion';
import type {
  AssessableDeclaration,
  DeclaredAmount,
  DeclaredCharge,
  DeclaredItem,
} from './assessable-declaration';
import { CHARGE_SIGNS } from './declared-charges';
import type { Problem } from './problem';
import type { TaxLaw } from './tax-law';

/** Beyond a thousand million millions nothing is a price any more. */
const VALUE_MAX = Decimal.of(10n ** 15n);

/** Customs values as they are worked out: what stands in the way is noted in `problems`, with zero in its place. */
export class Valuation {
  readonly problems: Problem[] = [];

  constructor(
    private readonly law: TaxLaw,
    private readonly on: Day,
  ) {}

  /**
   * The customs value of each item in the pack's currency: its price, its own charges and its share by price of those
   * of the shipment, exchanged at the rate of the day and cut once, at the end, as the law says. The shares of the
   * shipment's charges sum exactly to those charges, cut in the same way.
   */
  valuesOf({ items, charges }: AssessableDeclaration): readonly Decimal[] {
    const { digits, rounding } = this.law.pack.law.customsValueRounding;
    const prices = items.map((item) => this.priceOf(item));
    const shared = this.sumOf(charges, 'the shipment').round(digits, rounding);
    const shares = apportion(shared, prices, Math.max(digits, 0));
    return items.map((item, index) => {
      const own = this.sumOf(item.charges, nameOf(item));
      const value = Decimal.sum([prices[index]!, own, shares[index]!]).round(digits, rounding);
      return this.inRange(value, `the customs value of ${nameOf(item)}`);
    });
  }

  private priceOf(item: DeclaredItem): Decimal {
    if (item.price) return this.inRange(this.exchanged(item.price), `the price of ${nameOf(item)}`);
    return this.unknown('no-value', `${nameOf(item)} has neither customs value nor price`);
  }

  private sumOf(charges: readonly DeclaredCharge[], where: string): Decimal {
    return Decimal.sum(charges.map((charge) => this.chargeOf(charge, where)));
  }

  private chargeOf(charge: DeclaredCharge, where: string): Decimal {
    const sign = CHARGE_SIGNS.get(charge.code);
    if (!sign) return this.unknown('unknown-charge', `${where} declares the charge ${charge.code}`);
    const amount = this.inRange(this.exchanged(charge), `the charge ${charge.code} of ${where}`);
    return amount.times(Decimal.of(sign));
  }

  private exchanged({ value, currency }: DeclaredAmount): Decimal {
    const { pack } = this.law;
    if (!Decimal.isDecimal(value)) return this.unknown('value-out-of-range', `${value} is not an amount`);
    const amount = Decimal.parse(value);
    if (currency === undefined || currency === pack.currency.code) return amount;
    const exchange = pack.exchangeRate(currency, this.on);
    if (exchange) return amount.times(exchange.rate);
    return this.unknown('no-exchange-rate', `${currency} has no exchange rate on ${this.on}`);
  }

  private inRange(amount: Decimal, name: string): Decimal {
    if (amount.compare(Decimal.zero) >= 0 && amount.compare(VALUE_MAX) <= 0) return amount;
    return this.unknown('value-out-of-range', `${name} is negative or beyond all prices`);
  }

  private unknown(reason: Problem['reason'], detail: string): Decimal {
    this.problems.push({ reason, detail });
    return Decimal.zero;
  }
}

export function nameOf({ sequence }: DeclaredItem): string {
  return `item ${sequence}`;
}
