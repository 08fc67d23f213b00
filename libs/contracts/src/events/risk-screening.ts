import { Children, Flag, Instant, OneOf, Text } from '../shape/field';
import { DeclarationEvent } from './declaration-event';
import { CHANNELS, type Channel, ChannelReason } from './values';

/** A declaration's channel with its reasons. */
export class RiskAssessed extends DeclarationEvent {
  static readonly type = 'RiskAssessed';
  static readonly source = 'risk-screening';

  @OneOf(CHANNELS) channel!: Channel;
  @Children(() => ChannelReason) reasons!: ChannelReason[];
  /** Picked by the random arm, whatever the profiles say. */
  @Flag() random!: boolean;
  @Text() office!: string;
  @Instant() assessedAt!: string;
}
