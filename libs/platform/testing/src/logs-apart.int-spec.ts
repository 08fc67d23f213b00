import { Bell, HttpHistory, KafkaEngine, KafkaJsCarrier, PostgresHistory } from '@tonggwan/messaging';
import { describeWithKafka } from './kafka';
import { broker, lodgement, noteService, otherService, sayingService } from './notes.fixture';
import { packFor } from './packs';
import { startTestService, type TestService } from './test-service';

const LOOK_MS = 250;
const IDS = ['01890a5d-ac96-774b-bcce-b302099a8057', '01890a5d-ac96-774b-bcce-b302099a8058'];

type Consume = KafkaJsCarrier['consume'];

/** Topics and groups of its own, so that nobody else on this Kafka is heard. */
class CarrierApart extends KafkaJsCarrier {
  override ensureTopics(topics: readonly string[]): Promise<void> {
    return super.ensureTopics(topics.map(apart));
  }
  override consume(...[group, topics, listener]: Parameters<Consume>): ReturnType<Consume> {
    return super.consume(apart(group), topics.map(apart), listener);
  }
}

const apart = (name: string): string => `apart.${name}`;

describeWithKafka('two services with a database each and Kafka between them', () => {
  let owner: TestService;
  let reader: TestService;

  beforeAll(async () => {
    const brokers = (await (await fetch(process.env.TEST_KAFKA_URL!)).text()).split(',');
    owner = await startTestService(sayingService, packFor('kr'));
    await owner.app.listen(0, '127.0.0.1');
    const token = (await owner.authorization(otherService)).replace('Bearer ', '');
    const logs = { urls: new Map([[sayingService.name, await owner.app.getUrl()]]), token: () => token };
    reader = await startTestService(noteService, packFor('kr'), (service, { pool, connect }) => {
      const history = new HttpHistory(logs, new PostgresHistory(pool));
      const carrier = new CarrierApart(brokers, service);
      return new KafkaEngine(service, { history, connect, bell: new Bell(), carrier, lookMs: LOOK_MS });
    });
  }, 120_000);
  afterAll(async () => {
    await reader?.close();
    await owner?.close();
  });

  it('bring to its effect over HTTP what Kafka has lost altogether', async () => {
    await owner.publish(
      lodgement(IDS[0]!, 'LRN-1'),
      lodgement(IDS[1]!, 'LRN-2'),
      lodgement(IDS[0]!, 'LRN-3'),
    );
    await reader.eventually(async () => {
      const { body } = await reader.call(broker, 'GET', '/notes');
      expect(body).toEqual([{ lrn: 'LRN-2' }, { lrn: 'LRN-3' }]);
    });
    expect(reader.log.state()!.fault()).toBeUndefined();
  });
});
