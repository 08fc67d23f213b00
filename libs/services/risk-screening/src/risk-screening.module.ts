import { Module } from '@nestjs/common';
import { RiskScreeningConsumer } from './risk-screening.consumer';
import { RISK_SEED } from './risk-seed';

/** For a first look only: an administration sets its own. */
const SEED_OF_A_FIRST_LOOK = 'tonggwan';

@Module({
  controllers: [RiskScreeningConsumer],
  providers: [{ provide: RISK_SEED, useFactory: () => process.env.RISK_SEED ?? SEED_OF_A_FIRST_LOOK }],
})
export class RiskScreeningModule {}
