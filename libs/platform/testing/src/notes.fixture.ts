import { Controller, Get, Module } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { LodgementReceived } from '@tonggwan/contracts';
import { type Batch, byDeclaration, type OutgoingEvent, type Received } from '@tonggwan/messaging';
import {
  type Caller,
  CallerOf,
  Lookups,
  type ServiceDefinition,
  stateTableSql,
} from '@tonggwan/service-host';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const notes = byDeclaration<{ party: string; lrn: string }>('release.note');

@Controller()
class NoteConsumer {
  @EventPattern(LodgementReceived.type)
  note(@Payload() events: readonly Received<LodgementReceived>[], @Ctx() batch: Batch): void {
    for (const { data } of events) batch.put(notes, data.declarationId, { party: data.party, lrn: data.lrn });
  }
}

@Controller('notes')
class NoteController {
  constructor(private readonly lookups: Lookups) {}

  @Get()
  list(@CallerOf() caller: Caller): Promise<unknown> {
    return this.lookups.as(caller, (manager) =>
      manager.query(`select state ->> 'lrn' as lrn from release.note order by lrn`),
    );
  }
}

@Module({ controllers: [NoteConsumer, NoteController] })
class NoteModule {}

class Notes1700000000001 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return runner.query(stateTableSql('release', 'note')) as Promise<void>;
  }
  down(): Promise<void> {
    return Promise.reject(new Error('not taken back'));
  }
}

/** Hears of lodgements and notes their references: the smallest service there can be. */
export const noteService: ServiceDefinition = {
  name: 'release',
  module: NoteModule,
  tables: [notes],
  migrations: [Notes1700000000001],
  routes: ['GET /notes'],
};

@Module({})
class SilentModule {}

/** Says what a test has it say. */
export const sayingService: ServiceDefinition = {
  name: 'gateway',
  module: SilentModule,
  tables: [],
  migrations: [],
  routes: [],
};

export const broker: Caller = { subject: 'b1', party: 'BROKER-1', roles: ['broker'] };
export const otherService: Caller = { subject: 'release', party: 'CUSTOMS', roles: ['service'] };

export function lodgement(declarationId: string, lrn: string, padding = ''): OutgoingEvent {
  const data = {
    ...{ declarationId, version: 1, party: 'BROKER-1', lrn, receivedAt: '2026-01-01T00:00:00Z' },
    ...{ form: 'json', historical: false, goodsPresent: true, unknownFields: [] },
    declaration: { functionalReferenceID: lrn, ...(padding ? { padding } : {}) },
  };
  return { type: LodgementReceived.type, data };
}
