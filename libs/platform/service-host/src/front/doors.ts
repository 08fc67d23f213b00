import type { HostedService } from '../host/host-service';
import { type Answerer, answererOf } from './answerer';
import { type Route, routesOf } from './routes';

/** The doors of a service that runs in this process, and those where it stands in. */
export function doorsOf({ definition, app }: HostedService): Route<Answerer>[] {
  const answerer = answererOf(app.getHttpAdapter().getInstance());
  const { routes, standIns = [] } = definition;
  return [...routesOf(routes, answerer), ...routesOf(standIns, answerer, true)];
}
