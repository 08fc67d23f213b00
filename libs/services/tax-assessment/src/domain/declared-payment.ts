import type { Declaration } from '@tonggwan/contracts';
import type { DeclaredPayment } from './assessable-declaration';

/** A deferment account number: document category 1, type DAN. */
const DEFERMENT_ACCOUNT = { categoryCode: '1', typeCode: 'DAN' };

export function declaredPayment(declaration: Declaration, party: string): DeclaredPayment {
  return {
    methods: paymentMethods(declaration),
    defermentAccount: defermentAccount(declaration),
    guarantee: guaranteeReference(declaration),
    debtor: declaration.goodsShipment?.importer?.id ?? declaration.declarant?.id ?? party,
  };
}

function paymentMethods({ goodsShipment }: Declaration): readonly string[] {
  const fees = goodsShipment?.governmentAgencyGoodsItem?.flatMap((item) => item.commodity?.dutyTaxFee ?? []);
  return [...new Set(fees?.flatMap(({ payment }) => payment?.methodCode ?? []))];
}

function defermentAccount({ additionalDocument }: Declaration): string | undefined {
  const { categoryCode, typeCode } = DEFERMENT_ACCOUNT;
  return additionalDocument?.find(
    (document) => document.categoryCode === categoryCode && document.typeCode === typeCode,
  )?.id;
}

function guaranteeReference({ obligationGuarantee }: Declaration): string | undefined {
  const named = obligationGuarantee?.find(({ id, referenceID }) => id ?? referenceID);
  return named?.id ?? named?.referenceID;
}
