import type { Declaration, DeclarationAccepted, MoneyAmount } from '@tonggwan/contracts';

/** What an officer wants to see of a declaration at a glance. */
export interface DeclarationFacts {
  readonly lrn: string;
  readonly mrn: string;
  readonly acceptedAt: string;
  readonly declarant?: string;
  readonly importer?: string;
  /** How many goods items. */
  readonly items: number;
  readonly invoiced?: MoneyAmount;
}

export function factsOf({ lrn, mrn, acceptedAt, declaration }: DeclarationAccepted): DeclarationFacts {
  const { declarant, goodsShipment, invoiceAmount } = declaration;
  return {
    lrn,
    mrn,
    acceptedAt,
    declarant: nameOf(declarant),
    importer: nameOf(goodsShipment?.importer),
    items: goodsShipment?.governmentAgencyGoodsItem?.length ?? 0,
    invoiced: invoiceAmount?.currencyID
      ? { amount: invoiceAmount.value, currency: invoiceAmount.currencyID }
      : undefined,
  };
}

function nameOf(party: Declaration['declarant']): string | undefined {
  return party?.name ?? party?.id;
}
