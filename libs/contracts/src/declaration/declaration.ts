import { OptionalChild, OptionalChildren, OptionalDecimalText, OptionalText, Text } from '../shape/field';
import { AdditionalDocument, AdditionalInformation, Amendment } from './documents';
import { GoodsShipment } from './goods-shipment';
import { Agent, AuthorisationHolder, Party } from './parties';
import { DeclarationConsignment, TransportMeans } from './transport';
import { Amount, DateTime, Measure } from './values';

export class Authenticator {
  @OptionalText() name?: string;
}

export class Authentication {
  @OptionalText() authentication?: string;
  @OptionalChild(() => Authenticator) authenticator?: Authenticator;
}

export class CurrencyExchange {
  @OptionalText() currencyTypeCode?: string;
  @OptionalDecimalText() rateNumeric?: string;
}

export class Office {
  @OptionalText() id?: string;
}

export class ObligationGuarantee {
  @OptionalChild(() => Amount) amountAmount?: Amount;
  @OptionalText() id?: string;
  @OptionalText() referenceID?: string;
  @OptionalText() securityDetailsCode?: string;
  @OptionalText() accessCode?: string;
  @OptionalChild(() => Office) guaranteeOffice?: Office;
}

/**
 * `functionalReferenceID` is the local reference number (LRN) and all that the shape asks for: whatever
 * else is missing is for the acceptance rules to say.
 */
export class Declaration {
  @OptionalChild(() => DateTime) acceptanceDateTime?: DateTime;
  @OptionalText() functionCode?: string;
  @Text() functionalReferenceID!: string;
  @OptionalText() id?: string;
  @OptionalChild(() => DateTime) issueDateTime?: DateTime;
  @OptionalText() issueLocationID?: string;
  @OptionalText() typeCode?: string;
  @OptionalDecimalText() goodsItemQuantity?: string;
  @OptionalText() declarationOfficeID?: string;
  @OptionalChild(() => Amount) invoiceAmount?: Amount;
  @OptionalDecimalText() loadingListQuantity?: string;
  @OptionalChild(() => Measure) totalGrossMassMeasure?: Measure;
  @OptionalDecimalText() totalPackageQuantity?: string;
  @OptionalText() specificCircumstancesCodeCode?: string;
  @OptionalChild(() => Authentication) authentication?: Authentication;
  @OptionalChild(() => Party) submitter?: Party;
  @OptionalChildren(() => AdditionalDocument) additionalDocument?: AdditionalDocument[];
  @OptionalChildren(() => AdditionalInformation) additionalInformation?: AdditionalInformation[];
  @OptionalChild(() => Agent) agent?: Agent;
  @OptionalChildren(() => Amendment) amendment?: Amendment[];
  @OptionalChildren(() => AuthorisationHolder) authorisationHolder?: AuthorisationHolder[];
  @OptionalChild(() => TransportMeans) borderTransportMeans?: TransportMeans;
  @OptionalChild(() => DeclarationConsignment) consignment?: DeclarationConsignment;
  @OptionalChildren(() => CurrencyExchange) currencyExchange?: CurrencyExchange[];
  @OptionalChild(() => Party) declarant?: Party;
  @OptionalChild(() => Office) exitOffice?: Office;
  @OptionalChild(() => Party) exporter?: Party;
  @OptionalChild(() => GoodsShipment) goodsShipment?: GoodsShipment;
  @OptionalChildren(() => ObligationGuarantee) obligationGuarantee?: ObligationGuarantee[];
  @OptionalChild(() => Office) presentationOffice?: Office;
  @OptionalChild(() => Office) supervisingOffice?: Office;
}
