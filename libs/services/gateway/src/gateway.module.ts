import { Module } from '@nestjs/common';
import { AnswersController } from './answers/answers.controller';
import { GatewayConsumer } from './answers/gateway.consumer';
import { LodgingController } from './intake/lodging.controller';
import { Intake } from './intake/intake';
import { Presence } from './intake/presence';
import { PresenceController } from './intake/presence.controller';
import { Receipts } from './intake/receipts';
import { Standings } from './intake/standings';
import { StandInController } from './stand-in/stand-in.controller';

@Module({
  controllers: [LodgingController, PresenceController, AnswersController, StandInController, GatewayConsumer],
  providers: [Intake, Presence, Receipts, Standings],
})
export class GatewayModule {}
