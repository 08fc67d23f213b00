import { stateTableSql } from '@tonggwan/service-host';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Lives1790000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      stateTableSql('time-release', 'life', [
        `channel text generated always as (state ->> 'channel') stored`,
        `office text generated always as (state ->> 'office') stored`,
        `day text collate "C" generated always as (state ->> 'day') stored`,
      ]),
    );
    await runner.query('create index life_by_day on time_release.life (day)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table time_release.life');
  }
}
