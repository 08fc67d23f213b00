import { answers } from './answers';
import { carriage } from './carriage';
import type { Evidence, Violation } from './evidence';
import { lodgings } from './lodgings';
import { money } from './money';
import { paths } from './paths';
import { releases } from './releases';

const CHECKS = [carriage, lodgings, paths, releases, money, answers];

/** Everything that should not be. */
export function violationsIn(evidence: Evidence): readonly Violation[] {
  return CHECKS.flatMap((check) => check(evidence));
}
