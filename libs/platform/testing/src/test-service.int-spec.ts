import { Controller, Get, Module } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { LodgementReceived } from '@tonggwan/contracts';
import { type Batch, byDeclaration, type Received } from '@tonggwan/messaging';
import {
  type Caller,
  CallerOf,
  Lookups,
  type ServiceDefinition,
  stateTableSql,
} from '@tonggwan/service-host';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { packFor } from './packs';
import { queryAs, startTestService, type TestService } from './test-service';

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
      manager.query(`select state ->> 'lrn' as lrn from release.note`),
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

const definition: ServiceDefinition = {
  name: 'release',
  module: NoteModule,
  tables: [notes],
  migrations: [Notes1700000000001],
  routes: ['GET /notes'],
};

describe('a service on a real database', () => {
  let service: TestService;
  const broker: Caller = { subject: 'b1', party: 'BROKER-1', roles: ['broker'] };
  const declarationId = '01890a5d-ac96-774b-bcce-b302099a8057';

  beforeAll(async () => {
    service = await startTestService(definition, packFor('kr'));
    const data = {
      ...{ declarationId, version: 1, party: 'BROKER-1', lrn: 'LRN-1', receivedAt: '2026-01-01T00:00:00Z' },
      ...{ form: 'json', historical: false, goodsPresent: true, unknownFields: [] },
      declaration: { functionalReferenceID: 'LRN-1' },
    };
    await service.publish({ type: LodgementReceived.type, data });
  });
  afterAll(() => service.close());

  it('takes an event in and shows its owner what became of it', () =>
    service.eventually(async () => {
      expect((await service.call(broker, 'GET', '/notes')).body).toEqual([{ lrn: 'LRN-1' }]);
    }));

  it('shows another party nothing', async () => {
    const other: Caller = { ...broker, party: 'BROKER-2' };
    expect((await service.call(other, 'GET', '/notes')).body).toEqual([]);
  });

  it('refuses a call without a token as a problem', async () => {
    const { statusCode, headers } = await service.app.inject({ method: 'GET', url: '/notes' });
    expect([statusCode, headers['content-type']]).toEqual([401, 'application/problem+json; charset=utf-8']);
  });

  it('moves its lane in the transaction of the effect', async () => {
    const rows = await queryAs(
      service.adminUrl,
      `select positions from release.lane where positions <> '{}'`,
    );
    expect(rows).toEqual([{ positions: { gateway: { epoch: 1, position: 1 } } }]);
  });
});
