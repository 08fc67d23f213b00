import { stateTableSql } from '@tonggwan/service-host';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class StandingTable1793750400000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(stateTableSql('release', 'standing'));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table release.standing');
  }
}
