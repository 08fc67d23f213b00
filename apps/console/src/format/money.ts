export interface Money {
  readonly amount: string;
  readonly currency: string;
}

/** Thousands set apart in an exact decimal; never by way of a float. */
export function grouped(decimal: string): string {
  const [whole = '', fraction] = decimal.split('.');
  const apart = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction ? `${apart}.${fraction}` : apart;
}

export const money = ({ amount, currency }: Money): string => `${grouped(amount)} ${currency}`;
