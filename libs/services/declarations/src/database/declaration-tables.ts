import { stateTableSql } from '@tonggwan/service-host';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const SEARCHED = [
  `lrn text collate "C" generated always as (state ->> 'lrn') stored`,
  `mrn text collate "C" generated always as (state ->> 'mrn') stored`,
  `status text not null generated always as (state ->> 'status') stored`,
];

/** The status is not indexed, so that the many updates of a declaration touch no index. */
const INDEXES = `
  create unique index on declarations.declaration (mrn) where mrn is not null;
  create index on declarations.declaration (lrn);
  create index on declarations.declaration (party, id);`;

export class DeclarationTables1793750400000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(stateTableSql('declarations', 'declaration', SEARCHED));
    await queryRunner.query(stateTableSql('declarations', 'awaited'));
    await queryRunner.query(stateTableSql('declarations', 'number_sequence'));
    await queryRunner.query(INDEXES);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'drop table declarations.declaration, declarations.awaited, declarations.number_sequence',
    );
  }
}
