import { Bell, NoLanes } from '@tonggwan/messaging';
import {
  answererOf,
  doorsOf,
  Front,
  keepNewObjectsYoung,
  LanesThread,
  openReception,
  vitalsBesideLanes,
} from '@tonggwan/service-host';
import { hostAll, type HostOrder } from './host-all';

const HOST = '127.0.0.1';

export interface AllInOne {
  readonly url: string;
  close(): Promise<void>;
}

interface AllInOneOptions {
  /** The wanted one; where it is taken the next that is free. */
  readonly port: number;
  /** The program of the thread in which the lanes work. */
  readonly lanesProgram: string;
  readonly consoleFolder?: string;
}

/** All services in this process: the doors in this thread, the lanes in one of their own. */
export async function startAllInOne(
  order: HostOrder,
  { port, lanesProgram, consoleFolder }: AllInOneOptions,
): Promise<AllInOne> {
  keepNewObjectsYoung();
  const bell = new Bell();
  const [lanes, doors] = await Promise.all([
    LanesThread.start(lanesProgram, order, bell),
    hostAll(order, bell, () => new NoLanes()),
  ]);
  const { services } = doors;
  const vitals = vitalsBesideLanes(services, lanes.vitals);
  const reception = await openReception(services, consoleFolder, undefined, vitals);
  const front = await Front.open(services.flatMap(doorsOf), answererOf(reception), HOST, port);
  const close = async (): Promise<void> => {
    await front.close();
    await reception.close();
    await doors.close();
    await lanes.close();
  };
  return { url: `http://${HOST}:${front.port}`, close };
}
