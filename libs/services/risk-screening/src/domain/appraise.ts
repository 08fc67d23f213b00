import type { ChannelReason } from '@tonggwan/contracts';
import { gravest, type Verdict } from './channel';
import { isPicked } from './chance';
import { matches, type ScreeningBasis } from './profiles';
import type { ScreenedDeclaration } from './screened-declaration';

const NO_CONTROL: ChannelReason = { code: 'no-control', text: 'Its release waits for no control' };
const RANDOM: ChannelReason = { code: 'random', text: 'Picked by chance, whatever the profiles say' };

/**
 * The channel that a declaration deserves by itself, before anybody asks whether an inspector is free. Every profile
 * that matches is a reason, and the gravest of their channels wins. The random arm comes beside them and asks no
 * profile: the party's own reference number and the seed decide.
 */
export function appraise(declaration: ScreenedDeclaration, basis: ScreeningBasis): Verdict {
  if (!declaration.isControlled) return { channel: 'green', reasons: [NO_CONTROL], random: false };
  const { pack, on, seed } = basis;
  const { party, lrn } = declaration;
  const random = isPicked(pack.law.randomInspection.percent, seed, party, lrn);
  const profiles = pack
    .riskProfiles(on)
    .filter((profile) => matches(profile, declaration, basis))
    .filter(({ id, percent }) => isPicked(percent, seed, id, party, lrn));
  return {
    channel: random ? 'red' : gravest(profiles.map(({ channel }) => channel)),
    reasons: [...(random ? [RANDOM] : []), ...profiles.map(({ id, text }) => ({ code: id, text }))],
    random,
  };
}
