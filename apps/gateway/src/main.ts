import { gateway } from '@tonggwan/gateway';
import { routesOf, type Routing, runService } from '@tonggwan/service-host';
import { DOORS } from './doors';
import { handOnTo } from './hand-on';

/** Doors of services whose address nobody has given are not there. */
const doorsElsewhere: Routing = ({ upstreams }) =>
  [...upstreams].flatMap(([service, address]) => [
    ...routesOf(DOORS[service] ?? [], handOnTo(address)),
    ...routesOf([`GET /metrics/${service}`], handOnTo(address, '/metrics')),
  ]);

runService(gateway, doorsElsewhere);
