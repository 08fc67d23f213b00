import { sleep } from '@tonggwan/messaging';
import { echo } from '../kafka/echo';
import { TOPICS } from '../kafka/topics';
import { deleteRecords } from '../kafka/vandal';
import { type Scenario, split } from '../scenario';
import { again } from './again';

const DELETED_EVERY_MS = 2_000;

export const recordsDeleted: Scenario = {
  name: 'records-deleted',
  does: 'deletes every record in Kafka under its readers every two seconds',
  mayBreak: true,
  open: split(({ site, seconds }) =>
    again(seconds, DELETED_EVERY_MS, () => deleteRecords(site.brokers, TOPICS)),
  ),
};

export const eventsThreeTimes: Scenario = {
  name: 'events-three-times',
  does: 'adds two copies of every event to its topic, late and out of turn',
  mayBreak: true,
  open: split(async ({ site, seconds }) => {
    const leave = await echo(site.brokers, TOPICS);
    await sleep(1_000 * seconds);
    if ((await leave()) === 0) throw new Error('no event was copied');
  }),
};
