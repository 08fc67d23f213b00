import type { CountryPack, RiskProfile } from '@tonggwan/country-pack';
import { Decimal } from '@tonggwan/kernel';
import type { ScreenedDeclaration, ScreenedItem } from './screened-declaration';

const EXAMPLE = { from: '2020-01-01', source: 'example', illustrative: true };

export function profile(id: string, change: Partial<RiskProfile>): RiskProfile {
  return { ...EXAMPLE, id, channel: 'red', text: `profile ${id}`, percent: Decimal.of(100), ...change };
}

interface Watch {
  readonly profiles?: readonly RiskProfile[];
  readonly randomPercent?: number;
  readonly floorPercent?: number;
  readonly inspectionsPerDay?: number;
}

/** A pack that knows one office, `040`, and the usual price of watches (9101): 200 won a kilogram. */
export function watching(watch: Watch = {}): CountryPack {
  const { profiles = [], randomPercent = 0, floorPercent = 0, inspectionsPerDay = 10 } = watch;
  const pack: Partial<CountryPack> = {
    timeZone: 'Asia/Seoul',
    currency: { code: 'KRW', digits: 0 },
    law: {
      randomInspection: { percent: Decimal.of(randomPercent), floorPercent: Decimal.of(floorPercent) },
    } as CountryPack['law'],
    riskProfiles: () => profiles,
    usualPricePerKilogram: (code) => (code.startsWith('9101') ? Decimal.of(200) : undefined),
    exchangeRate: (currency) => (currency === 'USD' ? { ...EXAMPLE, rate: Decimal.of(1400) } : undefined),
    office: (code) =>
      code === '040'
        ? { ...EXAMPLE, code, name: 'Example', timeZone: 'Asia/Seoul', inspectionsPerDay }
        : undefined,
  };
  return pack as CountryPack;
}

export function watches(change: Partial<ScreenedItem> = {}): ScreenedItem {
  return { commodityCode: '910121', origin: 'CN', value: { value: '20000' }, mass: '100', ...change };
}

export function declarationOf(
  items: readonly ScreenedItem[],
  change: Partial<ScreenedDeclaration> = {},
): ScreenedDeclaration {
  return {
    declarationId: '01980c5e-4a10-7c3e-9f21-5d0e6b7a8c90',
    version: 1,
    party: 'BROKER-1',
    lrn: 'LRN-1',
    office: '040',
    acceptedAt: '2026-11-23T01:00:00Z',
    isControlled: true,
    declarant: 'DECLARANT-1',
    trader: 'IMPORTER-1',
    items,
    ...change,
  };
}
