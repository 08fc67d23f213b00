import { Module } from '@nestjs/common';
import { TaxAssessmentConsumer } from './tax-assessment.consumer';
import { TaxAssessmentController } from './tax-assessment.controller';

@Module({ controllers: [TaxAssessmentConsumer, TaxAssessmentController] })
export class TaxAssessmentModule {}
