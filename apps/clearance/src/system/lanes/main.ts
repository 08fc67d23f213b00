import { Convoys, PostgresEngine } from '@tonggwan/messaging';
import { serveLanes } from '@tonggwan/service-host';
import { hostAll, type HostOrder } from '../host-all';

/** The thread in which the lanes of all services work on one PostgreSQL. */
void serveLanes<HostOrder>((order, bell) => {
  const convoys = new Convoys();
  return hostAll(
    order,
    bell,
    (_service, { pool, connect }) => new PostgresEngine(pool, connect, bell, convoys, order.archive),
  );
});
