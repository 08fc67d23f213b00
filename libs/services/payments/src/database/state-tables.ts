import { stateTableSql } from '@tonggwan/service-host';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const NOTICE_COLUMNS = [
  `notice_status text generated always as (state -> 'notice' ->> 'status') stored`,
  `notice_issued_at text collate "C" generated always as (state -> 'notice' ->> 'issuedAt') stored`,
];

const OPEN_NOTICES = `
  create index on payments.obligation (notice_issued_at, id) where notice_status = 'open';
  create index on payments.obligation (party, notice_issued_at, id) where notice_status = 'open';`;

export class StateTables1793750400000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(stateTableSql('payments', 'obligation', NOTICE_COLUMNS));
    await queryRunner.query(stateTableSql('payments', 'account'));
    await queryRunner.query(stateTableSql('payments', 'receipt'));
    await queryRunner.query(OPEN_NOTICES);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table payments.obligation, payments.account, payments.receipt');
  }
}
