import type { CountryPack } from '@tonggwan/country-pack';
import type { Lodgement } from '../domain/lodgement';
import { type Links, linksOf } from '../intake/links';

/**
 * What the gateway can show of a declaration, in the form in which the declarations service shows more. That one had not heard
 * of it when it was asked: what has become of it since came between two looks, and this answer is as of the first.
 */
export interface LodgementView {
  readonly id: string;
  readonly lrn: string;
  readonly version: number;
  readonly status: 'received';
  readonly statusName: Readonly<Record<string, string>>;
  readonly outstanding: readonly string[];
  readonly errors: readonly object[];
  readonly documents: readonly object[];
  readonly lodgedAt: string;
  readonly links: Links;
}

export function viewOf(id: string, lodgement: Lodgement, pack: CountryPack): LodgementView {
  const { lrn, version, receivedAt: lodgedAt } = lodgement;
  const status = 'received';
  const nothingYet = { outstanding: [], errors: [], documents: [] };
  const statusName = pack.stateNames(status);
  return { id, lrn, version, status, statusName, ...nothingYet, lodgedAt, links: linksOf(id) };
}
