/** What an assessment needs of a declaration, and all that is kept of it while it is held. */
export interface AssessableDeclaration {
  readonly declarationId: string;
  readonly version: number;
  readonly party: string;
  readonly typeCode: string;
  /** Requested and previous procedure of the first item in four digits, then the additional ones. */
  readonly procedures: readonly string[];
  readonly office: string;
  readonly taxPointAt: string;
  /** Declared for the whole shipment, to be shared out among its items. */
  readonly charges: readonly DeclaredCharge[];
  readonly items: readonly DeclaredItem[];
  readonly payment: DeclaredPayment;
}

export interface DeclaredItem {
  readonly sequence: number;
  readonly commodityCode?: string;
  readonly origin?: string;
  readonly preferentialOrigin?: string;
  readonly rateClass?: string;
  readonly additionalCodes: readonly string[];
  readonly price?: DeclaredPrice;
  readonly charges: readonly DeclaredCharge[];
}

/** In whole units; without a currency it is in the pack's own. */
export interface DeclaredAmount {
  readonly value: string;
  readonly currency?: string;
}

/** `statistical`: what somebody thinks the goods are worth, in place of a price. */
export interface DeclaredPrice extends DeclaredAmount {
  readonly basis: 'customs-value' | 'invoice' | 'statistical';
}

/** An amount that the price does not hold yet, under its code of {@link CHARGE_SIGNS}. */
export interface DeclaredCharge extends DeclaredAmount {
  readonly code: string;
}

export interface DeclaredPayment {
  /** The codes that the items declare, each once, in order. */
  readonly methods: readonly string[];
  readonly defermentAccount?: string;
  readonly guarantee?: string;
  readonly debtor: string;
}
