import type {
  Amount,
  Classification,
  DeclarationAccepted,
  GoodsMeasure,
  GovernmentAgencyGoodsItem,
  Measure,
} from '@tonggwan/contracts';

/** What risk screening looks at in a declaration. */
export interface ScreenedDeclaration {
  readonly declarationId: string;
  readonly version: number;
  readonly party: string;
  readonly lrn: string;
  readonly office: string;
  readonly acceptedAt: string;
  /** Whether its release waits for a control at all. */
  readonly isControlled: boolean;
  readonly declarant?: string;
  /** Who trades: the importer, else who declares, else who submits. */
  readonly trader: string;
  readonly items: readonly ScreenedItem[];
}

export interface ScreenedItem {
  readonly commodityCode?: string;
  readonly origin?: string;
  readonly value?: Amount;
  /** Kilograms. */
  readonly mass?: string;
}

const KILOGRAM = 'KGM';
/** Longer names of a trader are the same as far as they are equal up to here. */
const TRADER_CHARACTERS_MAX = 100;

export function screenedDeclaration(event: DeclarationAccepted): ScreenedDeclaration {
  const { declarationId, version, party, lrn, office, acceptedAt, conditions, declaration } = event;
  const shipment = declaration.goodsShipment;
  return {
    ...{ declarationId, version, party, lrn, office, acceptedAt },
    isControlled: conditions.includes('control'),
    declarant: declaration.declarant?.id,
    trader: traderOf(event),
    items: (shipment?.governmentAgencyGoodsItem ?? []).map(screenedItem),
  };
}

export function traderOf({ declaration, party }: DeclarationAccepted): string {
  const trader = declaration.goodsShipment?.importer?.id ?? declaration.declarant?.id ?? party;
  return trader.slice(0, TRADER_CHARACTERS_MAX);
}

function screenedItem(item: GovernmentAgencyGoodsItem): ScreenedItem {
  const { commodity, origin, customsValueAmount, statisticalValueAmount } = item;
  return {
    commodityCode: commodityCode(commodity?.classification ?? []),
    origin: origin?.find(({ countryCode }) => countryCode)?.countryCode,
    value: customsValueAmount ?? commodity?.invoiceLine?.itemChargeAmount ?? statisticalValueAmount,
    mass: massOf(commodity?.goodsMeasure),
  };
}

/** The United Kingdom's eight digits of type TSP with the two of TRC; elsewhere the code of type HS or of none. */
function commodityCode(classifications: readonly Classification[]): string | undefined {
  const idOf = (type: string | undefined) =>
    classifications.find(({ identificationTypeCode }) => identificationTypeCode === type)?.id;
  const tariff = idOf('TSP');
  return tariff ? tariff + (idOf('TRC') ?? '') : (idOf('HS') ?? idOf(undefined));
}

/** The net mass, else the gross one, where it is in kilograms as the element says unless it names another unit. */
function massOf(measure: GoodsMeasure | undefined): string | undefined {
  const inKilograms = (mass: Measure | undefined) =>
    mass && (mass.unitCode ?? KILOGRAM) === KILOGRAM ? mass.value : undefined;
  return inKilograms(measure?.netNetWeightMeasure) ?? inKilograms(measure?.grossMassMeasure);
}
