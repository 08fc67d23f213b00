import { upTo } from './chance';
import { describeOn } from './engines';
import { KAFKA } from './kafka-platform';
import { caughtUp, diaryOf, listen, publish } from './listening';
import { declared, writingDown } from './office';
import { postgresSystem } from './postgres-platform';

const ROUNDS = 60;
const IDS = upTo(12).map((number) => `KR-${number}`);

describeOn(KAFKA, 'a system whose engine is changed in mid-stream', (start) => {
  it('goes on over Kafka and back again with every effect once and in order', async () => {
    const kafka = await start();
    const postgres = postgresSystem(kafka.database);
    let isOver = false;
    const stream = (async (): Promise<void> => {
      for (const round of upTo(ROUNDS)) {
        await publish(
          kafka,
          IDS.map((id) => declared(id, round)),
        );
        await new Promise((resolve) => setTimeout(resolve, 40));
      }
      isOver = true;
    })();
    let switches = 0;
    while (!isOver) {
      const listening = await listen(switches % 2 === 0 ? postgres : kafka, writingDown());
      await new Promise((resolve) => setTimeout(resolve, 400));
      await listening.close();
      switches += 1;
    }
    await stream;
    const last = await listen(postgres);
    await caughtUp(postgres);
    await last.close();
    expect(switches).toBeGreaterThan(2);
    for (const id of IDS) {
      expect(await diaryOf(kafka, id)).toEqual(upTo(ROUNDS).map((round) => `Declared ${round}`));
    }
  });
});
