import 'reflect-metadata';
import { type DynamicModule, Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type KafkaOptions, Transport } from '@nestjs/microservices';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { openAccountsOf } from '../bare/accounts';
import { connectedTo } from '../bench';
import { Copies } from '../peer/copy';
import type { PeerOrder } from '../peer/serve-peer';
import { StepWriter } from '../peer/step-writer';
import { serveParent } from '../system/serve-parent';
import { ClearanceController } from './clearance.controller';
import { entitiesOf } from './entities';
import { clientOf, Events, PARTITIONS } from './events';
import { LodgingController } from './lodging.controller';
import { Records } from './records';

Logger.overrideLogger(['error']);

serveParent<PeerOrder>(async (order) => {
  const brokers = order.settings.brokers!.split(',');
  const source = await openSource(order);
  const copies = new Copies(order.specimens);
  const records = new Records(source, new StepWriter(order.specimens, copies.patterns));
  const events = await Events.connect(brokers);
  await events.createTopics();
  const module: DynamicModule = {
    module: class Plain {},
    controllers: [ClearanceController, LodgingController],
    providers: [
      { provide: Copies, useValue: copies },
      { provide: Records, useValue: records },
      { provide: Events, useValue: events },
    ],
  };
  const app = await NestFactory.create(module, new FastifyAdapter(), { abortOnError: false });
  app.connectMicroservice<KafkaOptions>({
    transport: Transport.KAFKA,
    options: {
      client: clientOf(brokers),
      consumer: { groupId: 'clearance' },
      subscribe: { fromBeginning: true },
      run: { partitionsConsumedConcurrently: PARTITIONS },
    },
  });
  await app.startAllMicroservices();
  await app.listen(0, '127.0.0.1');
  const close = async (): Promise<void> => {
    await app.close();
    await events.close();
    await source.destroy();
  };
  return { ready: { url: await app.getUrl() }, close };
});

async function openSource({ adminUrl, specimens }: PeerOrder): Promise<DataSource> {
  const tables = Object.values(specimens.tables).flat();
  const entities = await connectedTo(adminUrl, async (client) => {
    await openAccountsOf(specimens, client);
    return entitiesOf(tables, client);
  });
  return new DataSource({ type: 'postgres', url: adminUrl, entities }).initialize();
}
