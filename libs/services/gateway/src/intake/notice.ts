import { OptionalInstant, OptionalText } from '@tonggwan/contracts';

/** Goods have come or gone: under a transport document, or by a declaration's id or number. */
export class Notice {
  @OptionalText() transportDocument?: string;
  @OptionalText() declarationId?: string;
  @OptionalText() mrn?: string;
  /** When; without it, now. */
  @OptionalInstant() at?: string;
}
