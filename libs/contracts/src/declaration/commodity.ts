import { OptionalChild, OptionalChildren, OptionalDecimalText, OptionalText } from '../shape/field';
import { TransportEquipment } from './transport';
import { Amount, Measure, Quantity } from './values';

export class Classification {
  @OptionalText() id?: string;
  @OptionalText() identificationTypeCode?: string;
}

export class DangerousGoods {
  @OptionalText() undgid?: string;
}

export class Payment {
  @OptionalText() methodCode?: string;
  @OptionalChild(() => Amount) taxAssessedAmount?: Amount;
  @OptionalChild(() => Amount) paymentAmount?: Amount;
}

export class DutyTaxFee {
  @OptionalChild(() => Amount) adValoremTaxBaseAmount?: Amount;
  @OptionalChild(() => Amount) deductAmount?: Amount;
  @OptionalText() dutyRegimeCode?: string;
  @OptionalChild(() => Quantity) specificTaxBaseQuantity?: Quantity;
  @OptionalDecimalText() taxRateNumeric?: string;
  @OptionalText() typeCode?: string;
  @OptionalText() quotaOrderID?: string;
  @OptionalChild(() => Payment) payment?: Payment;
}

export class GoodsMeasure {
  @OptionalChild(() => Measure) grossMassMeasure?: Measure;
  @OptionalChild(() => Measure) netNetWeightMeasure?: Measure;
  @OptionalChild(() => Quantity) tariffQuantity?: Quantity;
}

export class InvoiceLine {
  @OptionalChild(() => Amount) itemChargeAmount?: Amount;
}

export class Commodity {
  @OptionalText() description?: string;
  @OptionalChildren(() => Classification) classification?: Classification[];
  @OptionalChildren(() => DangerousGoods) dangerousGoods?: DangerousGoods[];
  @OptionalChildren(() => DutyTaxFee) dutyTaxFee?: DutyTaxFee[];
  @OptionalChild(() => GoodsMeasure) goodsMeasure?: GoodsMeasure;
  @OptionalChild(() => InvoiceLine) invoiceLine?: InvoiceLine;
  @OptionalChildren(() => TransportEquipment) transportEquipment?: TransportEquipment[];
}
