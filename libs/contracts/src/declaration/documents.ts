import { OptionalChild, OptionalChildren, OptionalDecimalText, OptionalText } from '../shape/field';
import { Amount, DateTime, Quantity } from './values';

export class Pointer {
  @OptionalDecimalText() sequenceNumeric?: string;
  @OptionalText() documentSectionCode?: string;
  @OptionalText() tagID?: string;
}

export class AdditionalInformation {
  @OptionalText() statementCode?: string;
  @OptionalText() statementDescription?: string;
  @OptionalText() statementTypeCode?: string;
  @OptionalChildren(() => Pointer) pointer?: Pointer[];
}

export class DocumentSubmitter {
  @OptionalText() name?: string;
  @OptionalText() roleCode?: string;
}

export class WriteOff {
  @OptionalChild(() => Quantity) quantityQuantity?: Quantity;
  @OptionalChild(() => Amount) amountAmount?: Amount;
}

export class AdditionalDocument {
  @OptionalText() categoryCode?: string;
  @OptionalChild(() => DateTime) effectiveDateTime?: DateTime;
  @OptionalText() id?: string;
  @OptionalText() name?: string;
  @OptionalText() typeCode?: string;
  @OptionalText() lpcoExemptionCode?: string;
  @OptionalChild(() => DocumentSubmitter) submitter?: DocumentSubmitter;
  @OptionalChild(() => WriteOff) writeOff?: WriteOff;
}

export class PreviousDocument {
  @OptionalText() categoryCode?: string;
  @OptionalText() id?: string;
  @OptionalText() typeCode?: string;
  @OptionalDecimalText() lineNumeric?: string;
}

export class Amendment {
  @OptionalText() changeReasonCode?: string;
  @OptionalChildren(() => Pointer) pointer?: Pointer[];
}

export class Invoice {
  @OptionalText() id?: string;
  @OptionalChild(() => DateTime) issueDateTime?: DateTime;
}
