import { OptionalChild, OptionalChildren, OptionalText } from '../shape/field';
import { Invoice, PreviousDocument } from './documents';
import { CustomsValuation, Destination, ExportCountry, GovernmentAgencyGoodsItem, Ucr } from './goods-item';
import { Party, PartyRole } from './parties';
import { Consignment, Warehouse } from './transport';
import { DateTime } from './values';

export class TradeTerms {
  @OptionalText() conditionCode?: string;
  @OptionalText() countryRelationshipCode?: string;
  @OptionalText() description?: string;
  @OptionalText() locationID?: string;
  @OptionalText() locationName?: string;
}

export class GoodsShipment {
  @OptionalChild(() => DateTime) exitDateTime?: DateTime;
  @OptionalText() transactionNatureCode?: string;
  @OptionalChildren(() => PartyRole) aeoMutualRecognitionParty?: PartyRole[];
  @OptionalChild(() => Party) buyer?: Party;
  @OptionalChild(() => Party) consignee?: Party;
  @OptionalChild(() => Consignment) consignment?: Consignment;
  @OptionalChild(() => Party) consignor?: Party;
  @OptionalChild(() => CustomsValuation) customsValuation?: CustomsValuation;
  @OptionalChild(() => Destination) destination?: Destination;
  @OptionalChildren(() => PartyRole) domesticDutyTaxParty?: PartyRole[];
  @OptionalChild(() => ExportCountry) exportCountry?: ExportCountry;
  @OptionalChildren(() => GovernmentAgencyGoodsItem) governmentAgencyGoodsItem?: GovernmentAgencyGoodsItem[];
  @OptionalChild(() => Party) importer?: Party;
  @OptionalChild(() => Invoice) invoice?: Invoice;
  @OptionalChild(() => Party) payer?: Party;
  @OptionalChildren(() => PreviousDocument) previousDocument?: PreviousDocument[];
  @OptionalChild(() => Party) seller?: Party;
  @OptionalChild(() => Party) surety?: Party;
  @OptionalChild(() => TradeTerms) tradeTerms?: TradeTerms;
  @OptionalChild(() => Ucr) ucr?: Ucr;
  @OptionalChild(() => Warehouse) warehouse?: Warehouse;
}
