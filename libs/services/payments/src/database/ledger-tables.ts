import { appendOnlyTableSql } from '@tonggwan/service-host';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const TRANSFER = [
  'declaration_id uuid not null',
  'version int not null',
  'purpose text not null',
  'party text not null',
  'lines int not null check (lines >= 2)',
  'at timestamptz not null',
  'primary key (declaration_id, version, purpose)',
  'unique (declaration_id, version, purpose, lines)',
];

/**
 * A transfer says how many lines it has, and the lines are numbered up to that: none can be added afterwards.
 */
const POSTING = [
  'declaration_id uuid not null',
  'version int not null',
  'purpose text not null',
  'line int not null check (line between 1 and lines)',
  'lines int not null',
  'account text not null',
  'amount bigint not null check (amount <> 0)',
  'tax text',
  'party text not null',
  'primary key (declaration_id, version, purpose, line)',
  `foreign key (declaration_id, version, purpose, lines)
     references payments.transfer (declaration_id, version, purpose, lines)`,
];

const BALANCE = `
  create function payments.check_balance() returns trigger language plpgsql set search_path = '' as $$
  begin
    if (select count(*) <> new.lines or coalesce(sum(amount), 1) <> 0 from payments.posting
        where declaration_id = new.declaration_id and version = new.version and purpose = new.purpose) then
      raise exception 'transfer % of declaration %, version %: its postings are not % or do not sum to zero',
        new.purpose, new.declaration_id, new.version, new.lines using errcode = 'check_violation';
    end if;
    return null;
  end $$;
  create constraint trigger balanced after insert on payments.transfer deferrable initially deferred
    for each row execute function payments.check_balance();`;

/** The double-entry ledger: looked at when its transaction ends, and never changed after it. */
export class LedgerTables1793750400001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(appendOnlyTableSql('payments', 'transfer', TRANSFER));
    await queryRunner.query(appendOnlyTableSql('payments', 'posting', POSTING));
    await queryRunner.query('create index on payments.posting (account)');
    await queryRunner.query(BALANCE);
  }

  /** A ledger is kept for ever. */
  down(): Promise<void> {
    return Promise.reject(new Error('a ledger is not taken back'));
  }
}
