import type { Channel, ChannelReason } from '@tonggwan/contracts';

/** What a screening comes to. */
export interface Verdict {
  readonly channel: Channel;
  readonly reasons: readonly ChannelReason[];
  /** Picked by the random arm, whatever the profiles say. */
  readonly random: boolean;
}

/** From the channel that asks for nothing to the one that opens the box. */
const GRAVITY: readonly Channel[] = ['green', 'blue', 'yellow', 'red'];

export function isGraver(one: Channel, other: Channel): boolean {
  return GRAVITY.indexOf(one) > GRAVITY.indexOf(other);
}

export function gravest(channels: readonly Channel[]): Channel {
  return channels.reduce((worst, channel) => (isGraver(channel, worst) ? channel : worst), 'green');
}
