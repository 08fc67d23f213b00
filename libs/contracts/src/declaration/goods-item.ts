import { OptionalChild, OptionalChildren, OptionalDecimalText, OptionalText } from '../shape/field';
import { Commodity } from './commodity';
import { AdditionalDocument, AdditionalInformation, PreviousDocument } from './documents';
import { Party, PartyRole } from './parties';
import { Amount, Measure, Quantity } from './values';

export class ChargeDeduction {
  @OptionalText() chargesTypeCode?: string;
  @OptionalChild(() => Amount) otherChargeDeductionAmount?: Amount;
}

export class CustomsValuation {
  @OptionalText() methodCode?: string;
  @OptionalChild(() => Amount) freightChargeAmount?: Amount;
  @OptionalChildren(() => ChargeDeduction) chargeDeduction?: ChargeDeduction[];
}

export class Destination {
  @OptionalText() countryCode?: string;
  @OptionalText() regionID?: string;
}

export class ExportCountry {
  @OptionalText() id?: string;
}

export class GovernmentProcedure {
  @OptionalText() currentCode?: string;
  @OptionalText() previousCode?: string;
}

export class Origin {
  @OptionalText() countryCode?: string;
  @OptionalText() regionID?: string;
  @OptionalText() typeCode?: string;
}

export class Packaging {
  @OptionalDecimalText() sequenceNumeric?: string;
  @OptionalText() marksNumbersID?: string;
  @OptionalChild(() => Quantity) quantityQuantity?: Quantity;
  @OptionalText() typeCode?: string;
  @OptionalText() packingMaterialDescription?: string;
  @OptionalChild(() => Measure) lengthMeasure?: Measure;
  @OptionalChild(() => Measure) widthMeasure?: Measure;
  @OptionalChild(() => Measure) heightMeasure?: Measure;
  @OptionalChild(() => Measure) volumeMeasure?: Measure;
}

export class Ucr {
  @OptionalText() id?: string;
  @OptionalText() traderAssignedReferenceID?: string;
}

export class ValuationAdjustment {
  @OptionalText() additionCode?: string;
}

export class GovernmentAgencyGoodsItem {
  @OptionalChild(() => Amount) customsValueAmount?: Amount;
  @OptionalDecimalText() sequenceNumeric?: string;
  @OptionalChild(() => Amount) statisticalValueAmount?: Amount;
  @OptionalText() transactionNatureCode?: string;
  @OptionalChildren(() => AdditionalDocument) additionalDocument?: AdditionalDocument[];
  @OptionalChildren(() => AdditionalInformation) additionalInformation?: AdditionalInformation[];
  @OptionalChildren(() => PartyRole) aeoMutualRecognitionParty?: PartyRole[];
  @OptionalChild(() => Party) buyer?: Party;
  @OptionalChild(() => Commodity) commodity?: Commodity;
  @OptionalChild(() => Party) consignee?: Party;
  @OptionalChild(() => Party) consignor?: Party;
  @OptionalChild(() => CustomsValuation) customsValuation?: CustomsValuation;
  @OptionalChild(() => Destination) destination?: Destination;
  @OptionalChildren(() => PartyRole) domesticDutyTaxParty?: PartyRole[];
  @OptionalChild(() => ExportCountry) exportCountry?: ExportCountry;
  @OptionalChildren(() => GovernmentProcedure) governmentProcedure?: GovernmentProcedure[];
  @OptionalChildren(() => Origin) origin?: Origin[];
  @OptionalChildren(() => Packaging) packaging?: Packaging[];
  @OptionalChildren(() => PreviousDocument) previousDocument?: PreviousDocument[];
  @OptionalChild(() => Party) seller?: Party;
  @OptionalChild(() => Ucr) ucr?: Ucr;
  @OptionalChild(() => ValuationAdjustment) valuationAdjustment?: ValuationAdjustment;
}
