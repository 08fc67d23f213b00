import type { CountryPack } from '@tonggwan/country-pack';
import { Decimal, localDay } from '@tonggwan/kernel';

/** How many inspections an office can do on a day of its own calendar. */
export interface InspectionDay {
  readonly key: string;
  readonly capacity: number;
  /** The part of it that profiles cannot take. */
  readonly reserved: number;
}

/** How many of them are taken, by the arm that took them. */
export interface InspectionsTaken {
  readonly party: string;
  readonly random: number;
  readonly profiles: number;
}

const HUNDREDTH = Decimal.ofMinor(1n, 2);

/**
 * The capacity of the office on the local day of acceptance; an office that the pack does not know has none. Of the
 * capacity the floor of the random arm, rounded up, is kept for chance: profiles, however many they pick, can take no
 * more than the rest, while the random arm may take all that is left. Nothing ever goes beyond the capacity.
 */
export function inspectionDay(pack: CountryPack, code: string, acceptedAt: string): InspectionDay {
  const office = pack.office(code, localDay(acceptedAt, pack.timeZone));
  const day = localDay(acceptedAt, office?.timeZone ?? pack.timeZone);
  const capacity = office?.inspectionsPerDay ?? 0;
  const floor = Decimal.of(capacity).times(pack.law.randomInspection.floorPercent).times(HUNDREDTH);
  return { key: `${code}|${day}`, capacity, reserved: Number(floor.round(0, 'up').toMinor(0)) };
}

export function hasRoom(
  day: InspectionDay,
  { random, profiles }: InspectionsTaken,
  isRandom: boolean,
): boolean {
  const isLeft = random + profiles < day.capacity;
  return isLeft && (isRandom || profiles < day.capacity - day.reserved);
}

export function withOneMore(taken: InspectionsTaken, isRandom: boolean): InspectionsTaken {
  if (isRandom) return { ...taken, random: taken.random + 1 };
  return { ...taken, profiles: taken.profiles + 1 };
}
