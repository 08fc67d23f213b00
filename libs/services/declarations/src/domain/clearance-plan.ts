import type { Declaration, LodgementReceived } from '@tonggwan/contracts';
import type { CountryPack, Day, DeclarationKind, Law, Office } from '@tonggwan/country-pack';
import { declaredDay, noonOf } from './calendar';

/** What the law makes of a declaration that broke no rule, fixed when it was checked. */
export interface ClearancePlan {
  readonly office: string;
  readonly dataSet: string;
  readonly goods: DeclarationKind['goods'];
  readonly conditions: readonly string[];
  readonly taxed: boolean;
  readonly taxPoint: Law['taxPoint'];
  readonly taxPointOfPreLodged: Law['taxPointOfPreLodged'];
  /** The declared date at noon: the tax point of a lodgement that replays the past. */
  readonly declaredAt?: string;
  /** The goods may be taken away while the debt is still open. */
  readonly paymentAfterRelease: boolean;
}

/** The day whose law holds: that of the lodging, or the declared one where the past is replayed. */
export function dayOfLaw(lodgement: LodgementReceived, lodgedOn: Day): Day {
  const { acceptanceDateTime } = lodgement.declaration;
  const declared = lodgement.historical && acceptanceDateTime && declaredDay(acceptanceDateTime);
  return declared || lodgedOn;
}

/** What the declaration says of its kind: the type, and the procedures of the first item. */
export function kindOf(declaration: Declaration, pack: CountryPack, on: Day): DeclarationKind | undefined {
  const [first] = declaration.goodsShipment?.governmentAgencyGoodsItem ?? [];
  const [main, ...additional] = first?.governmentProcedure ?? [];
  const procedures = [
    `${main?.currentCode ?? ''}${main?.previousCode ?? ''}`,
    ...additional.flatMap(({ currentCode }) => currentCode ?? []),
  ];
  return pack.kindOf(declaration.typeCode ?? '', on, procedures);
}

export function planOf(
  lodgement: LodgementReceived,
  kind: DeclarationKind,
  office: Office,
  { law }: CountryPack,
): ClearancePlan {
  const { acceptanceDateTime } = lodgement.declaration;
  const declared = lodgement.historical && acceptanceDateTime && declaredDay(acceptanceDateTime);
  return {
    office: office.code,
    dataSet: kind.dataSet,
    goods: kind.goods,
    conditions: kind.goods === 'none' ? [] : kind.conditions,
    taxed: kind.taxed,
    taxPoint: law.taxPoint,
    taxPointOfPreLodged: law.taxPointOfPreLodged,
    declaredAt: declared ? noonOf(declared, office.timeZone) : undefined,
    paymentAfterRelease: law.paymentAfterReleaseDays > 0,
  };
}

/**
 * The office that handles a declaration, the first of these that the pack lists: where it is lodged, where
 * the goods are presented, who supervises the procedure, where the goods lie, where they leave. Undefined
 * where none is named.
 */
export function namedOffice(declaration: Declaration, pack: CountryPack, on: Day): Office | undefined {
  const location = declaration.goodsShipment?.consignment?.goodsLocation;
  const named = [
    declaration.declarationOfficeID,
    declaration.presentationOffice?.id,
    declaration.supervisingOffice?.id,
    location?.id,
    location?.name,
    declaration.exitOffice?.id,
  ];
  for (const code of named) {
    const office = code === undefined ? undefined : pack.office(code, on);
    if (office) return office;
  }
  return undefined;
}
