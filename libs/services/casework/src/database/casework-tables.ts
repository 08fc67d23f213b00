import { appendOnlyTableSql, stateTableSql } from '@tonggwan/service-host';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the queue is searched and ordered by: the weightiest first, and of those the oldest. */
const QUEUE_COLUMNS = [
  `declaration_id text collate "C" generated always as (state ->> 'declarationId') stored`,
  `office text generated always as (state ->> 'office') stored`,
  `kind text generated always as (state ->> 'kind') stored`,
  `status text generated always as (state ->> 'status') stored`,
  `lightness int generated always as (-(state ->> 'priority')::int) stored`,
  `opened_at text collate "C" generated always as (state ->> 'openedAt') stored`,
];

const QUEUES = `
  create index on casework.case (status, lightness, opened_at, id);
  create index on casework.case (office, status, lightness, opened_at, id);`;

/** Declarations as they were accepted: too large to be carried along with every change of a dossier. */
const DECLARATION = [
  'declaration_id uuid not null',
  'version int not null',
  'party text not null',
  'declaration jsonb not null',
  'primary key (declaration_id, version)',
];

export class CaseworkTables1793750400000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(stateTableSql('casework', 'dossier'));
    await queryRunner.query(stateTableSql('casework', 'case', QUEUE_COLUMNS));
    await queryRunner.query(appendOnlyTableSql('casework', 'declaration', DECLARATION));
    await queryRunner.query(QUEUES);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table casework.case, casework.dossier, casework.declaration');
  }
}
