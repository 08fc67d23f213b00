import type { Money } from '../format/money';

/** A case as `GET /cases` lists it. */
export interface CaseSummary {
  readonly caseId: string;
  readonly declarationId: string;
  readonly version: number;
  readonly kind: 'control' | 'hold' | 'audit';
  readonly office: string;
  readonly priority: number;
  readonly status: 'open' | 'decided' | 'closed';
  readonly openedAt: string;
  readonly reasons: readonly { readonly code: string; readonly text: string }[];
  /** Who has it to himself, and until when on the wall's clock. */
  readonly claimedBy?: string;
  readonly claimedUntil?: string;
  readonly facts?: {
    readonly lrn: string;
    readonly mrn: string;
    readonly declarant?: string;
    readonly importer?: string;
    readonly items: number;
    readonly invoiced?: Money;
  };
}

export interface HistoryEntry {
  readonly at: string;
  readonly what: string;
  readonly officer?: string;
  readonly text?: string;
}

/** `GET /cases/{id}`. */
export interface CaseFile extends CaseSummary {
  readonly channel?: string;
  /** There once they have been worked out. */
  readonly amounts?: object;
  readonly history: readonly HistoryEntry[];
  readonly declaration?: Declaration;
}

/** What is shown of the canonical declaration. */
export interface Declaration {
  readonly goodsShipment?: { readonly governmentAgencyGoodsItem?: readonly GoodsItem[] };
}

export interface GoodsItem {
  readonly sequenceNumeric?: string;
  readonly origin?: readonly { readonly countryCode?: string }[];
  readonly commodity?: {
    readonly description?: string;
    readonly classification?: readonly { readonly id?: string }[];
    readonly goodsMeasure?: {
      readonly netNetWeightMeasure?: { readonly value: string; readonly unitCode?: string };
    };
    readonly invoiceLine?: {
      readonly itemChargeAmount?: { readonly value: string; readonly currencyID?: string };
    };
  };
}

export interface CasePage {
  readonly cases: readonly CaseSummary[];
  readonly next?: string;
}

export const OUTCOMES = ['detained', 'seized', 're-exported', 'abandoned', 'destroyed'] as const;

export interface OfficerRate {
  readonly sequence: number;
  readonly tax: string;
  readonly rate: string;
  readonly source: string;
}

/** What `POST /cases/{id}/decision` takes. */
export interface Decision {
  readonly decision: 'clear' | 'refuse' | 'request-document';
  readonly reason?: string;
  readonly outcome?: string;
  readonly document?: string;
  readonly text?: string;
  readonly rates?: readonly OfficerRate[];
}
