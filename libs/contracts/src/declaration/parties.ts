import { OptionalChild, OptionalText } from '../shape/field';

export class Address {
  @OptionalText() typeCode?: string;
  @OptionalText() cityName?: string;
  @OptionalText() countryCode?: string;
  @OptionalText() countrySubDivisionCode?: string;
  @OptionalText() countrySubDivisionName?: string;
  @OptionalText() line?: string;
  @OptionalText() postcodeID?: string;
}

export class Contact {
  @OptionalText() name?: string;
}

export class Communication {
  @OptionalText() id?: string;
  @OptionalText() typeCode?: string;
}

/** Somebody by name or identifier; Korea writes its own signs, the United Kingdom EORI numbers. */
export class Party {
  @OptionalText() name?: string;
  @OptionalText() id?: string;
  @OptionalChild(() => Address) address?: Address;
  @OptionalChild(() => Contact) contact?: Contact;
  @OptionalChild(() => Communication) communication?: Communication;
}

export class Agent {
  @OptionalText() name?: string;
  @OptionalText() id?: string;
  @OptionalText() functionCode?: string;
  @OptionalChild(() => Address) address?: Address;
}

export class PartyRole {
  @OptionalText() id?: string;
  @OptionalText() roleCode?: string;
}

export class AuthorisationHolder {
  @OptionalText() id?: string;
  @OptionalText() categoryCode?: string;
}
