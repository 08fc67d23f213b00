import { OptionalChild, OptionalChildren, OptionalDecimalText, OptionalText } from '../shape/field';
import { Address, Party } from './parties';

export class TransportMeans {
  @OptionalText() name?: string;
  @OptionalText() id?: string;
  @OptionalText() identificationTypeCode?: string;
  @OptionalText() typeCode?: string;
  @OptionalText() registrationNationalityCode?: string;
  @OptionalText() modeCode?: string;
}

export class Seal {
  @OptionalDecimalText() sequenceNumeric?: string;
  @OptionalText() id?: string;
}

export class TransportEquipment {
  @OptionalDecimalText() sequenceNumeric?: string;
  @OptionalText() id?: string;
  @OptionalChildren(() => Seal) seal?: Seal[];
}

export class Location {
  @OptionalText() name?: string;
  @OptionalText() id?: string;
  @OptionalText() typeCode?: string;
  @OptionalChild(() => Address) address?: Address;
}

export class Freight {
  @OptionalText() paymentMethodCode?: string;
}

export class Itinerary {
  @OptionalDecimalText() sequenceNumeric?: string;
  @OptionalText() routingCountryCode?: string;
}

export class ConsignmentItem {
  @OptionalDecimalText() sequenceNumeric?: string;
  @OptionalChild(() => Party) consignor?: Party;
  @OptionalChild(() => Freight) freight?: Freight;
}

export class DeclarationConsignment {
  @OptionalChild(() => Party) carrier?: Party;
  @OptionalChildren(() => ConsignmentItem) consignmentItem?: ConsignmentItem[];
  @OptionalChild(() => Party) consignor?: Party;
  @OptionalChild(() => Freight) freight?: Freight;
  @OptionalChildren(() => Itinerary) itinerary?: Itinerary[];
}

export class Consignment {
  @OptionalText() containerCode?: string;
  @OptionalChild(() => TransportMeans) arrivalTransportMeans?: TransportMeans;
  @OptionalChild(() => TransportMeans) departureTransportMeans?: TransportMeans;
  @OptionalChild(() => Location) goodsLocation?: Location;
  @OptionalChild(() => Location) loadingLocation?: Location;
  @OptionalChildren(() => TransportEquipment) transportEquipment?: TransportEquipment[];
}

export class Warehouse {
  @OptionalText() id?: string;
  @OptionalText() typeCode?: string;
}
