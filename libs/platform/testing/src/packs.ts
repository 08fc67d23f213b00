import { join } from 'node:path';
import { type CountryPack, loadPack } from '@tonggwan/country-pack';

const PACKS = join(__dirname, '../../../../packs');
const loaded = new Map<string, CountryPack>();

/** The real pack of a country, loaded once for all tests of a file. */
export function packFor(country: 'kr' | 'gb'): CountryPack {
  const pack = loaded.get(country) ?? loadPack(join(PACKS, country));
  loaded.set(country, pack);
  return pack;
}
