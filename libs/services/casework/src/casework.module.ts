import { Module } from '@nestjs/common';
import { wallClock } from '@tonggwan/service-host';
import { CaseworkConsumer } from './casework.consumer';
import { CasesController } from './doors/cases.controller';
import { DecisionsController } from './doors/decisions.controller';
import { WALL_CLOCK } from './ports';

@Module({
  controllers: [CaseworkConsumer, CasesController, DecisionsController],
  providers: [{ provide: WALL_CLOCK, useValue: wallClock }],
})
export class CaseworkModule {}
