import type { Money } from '../format/money';

/** A declaration as `GET /declarations/{id}` shows it to whoever asks. */
export interface DeclarationView {
  readonly id: string;
  readonly lrn?: string;
  readonly mrn?: string;
  readonly version: number;
  readonly status: string;
  /** By language. */
  readonly statusName: Readonly<Record<string, string>>;
  readonly outstanding: readonly string[];
  readonly office?: string;
  readonly errors: readonly { readonly code: string; readonly pointer?: string; readonly message: string }[];
  readonly amounts?: { readonly payable: Money; readonly assessed: Money; readonly nilReason?: string };
  readonly notice?: { readonly number: string; readonly amount: Money };
  readonly documents: readonly { readonly document: string; readonly text?: string }[];
  readonly taxPointAt?: string;
  readonly lodgedAt?: string;
  /** How it was screened: for customs staff alone. */
  readonly channel?: string;
  readonly reasons?: readonly { readonly code: string; readonly text: string }[];
  readonly random?: boolean;
}

export interface DeclarationPage {
  readonly declarations: readonly DeclarationView[];
  readonly next?: string;
}

export interface TaxLine {
  readonly tax: string;
  readonly base: string;
  readonly baseFormula: string;
  readonly rate: string;
  readonly rule: string;
  readonly amount: string;
  readonly source: string;
  readonly illustrative: boolean;
}

export interface ItemAssessment {
  readonly sequence: number;
  readonly commodityCode: string;
  readonly origin?: string;
  readonly customsValue: string;
  readonly lines: readonly TaxLine[];
}

/** `GET /declarations/{id}/assessment`. */
export type Assessment =
  | {
      readonly status: 'assessed';
      readonly items: readonly ItemAssessment[];
      readonly assessed: Money;
      readonly payable: Money;
      readonly nilReason?: string;
    }
  | { readonly status: 'held'; readonly reason: string; readonly details: readonly string[] };

/** What is shown of an answer: each kind has some of these. */
export interface AnswerBody {
  readonly mrn?: string;
  readonly amount?: Money;
  readonly payable?: Money;
  readonly document?: string;
  readonly outcome?: string;
  readonly errors?: readonly { readonly code: string }[];
}

export interface AnswerPage {
  readonly answers: readonly {
    readonly id: string;
    readonly declarationId: string;
    readonly type: string;
    readonly at: string;
    readonly body: AnswerBody;
  }[];
  readonly next: string;
}
