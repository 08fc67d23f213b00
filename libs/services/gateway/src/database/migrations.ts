import { appendOnlyTableSql, stateTableSql } from '@tonggwan/service-host';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const SERVICE = 'gateway';

class Gateway1764000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      stateTableSql(SERVICE, 'lodgement', [`mrn text generated always as (state ->> 'mrn') stored`]),
    );
    await runner.query(`create index on gateway.lodgement (mrn)`);
    await runner.query(stateTableSql(SERVICE, 'reference'));
    await runner.query(stateTableSql(SERVICE, 'consignment'));
    await runner.query(stateTableSql(SERVICE, 'answer_counter'));
    await runner.query(
      appendOnlyTableSql(SERVICE, 'raw_message', [
        'id uuid primary key',
        'party text not null',
        'subject text not null',
        'received_at timestamptz not null',
        'media_type text not null',
        'body bytea not null',
        'fault text',
        `declaration_ids uuid[] not null`,
      ]),
    );
    await runner.query(
      appendOnlyTableSql(SERVICE, 'answer', [
        'bucket smallint not null',
        'position bigint not null',
        'party text not null',
        'declaration_id uuid not null',
        'version int not null',
        'type text not null',
        'body jsonb not null',
        'at timestamptz not null',
        'primary key (bucket, position)',
      ]),
    );
    await runner.query(`create index on gateway.answer (party, bucket, position)`);
    await runner.query(`create index on gateway.answer (declaration_id)`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('what was received is kept'));
  }
}

export const gatewayMigrations = [Gateway1764000000001];
