import { stateTableSql } from '@tonggwan/service-host';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Assessments1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(stateTableSql('tax-assessment', 'assessment'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table tax_assessment.assessment');
  }
}
