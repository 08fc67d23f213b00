import { DecisionsController } from '@tonggwan/casework';
import type { CountryPack } from '@tonggwan/country-pack';
import { RequestsController } from '@tonggwan/declarations';
import { Intake, Presence } from '@tonggwan/gateway';
import type { Clock } from '@tonggwan/kernel';
import type { Store } from '@tonggwan/messaging';
import { Bookkeeping, PaymentsController } from '@tonggwan/payments';
import { Commands, EVENT_TYPES } from '@tonggwan/service-host';

/** What people can have done by a service, in the life of one process: the doors without the wire before them. */
export interface Doors {
  readonly intake: Intake;
  readonly presence: Presence;
  readonly requests: RequestsController;
  readonly payments: PaymentsController;
  readonly decisions: DecisionsController;
}

/** Behind each door is the store of the service that owns it. */
export function doorsOf(storeOf: (service: string) => Store, pack: CountryPack, clock: Clock): Doors {
  const commands = (service: string): Commands => new Commands(storeOf(service), EVENT_TYPES);
  // The rows are asked only whether there is such a declaration of the caller's: the command looks again itself.
  const rows = { awaited: () => Promise.resolve({}) } as unknown as ConstructorParameters<
    typeof RequestsController
  >[0];
  return {
    intake: new Intake(commands('gateway'), clock),
    presence: new Presence(commands('gateway')),
    requests: new RequestsController(rows, commands('declarations'), clock),
    payments: new PaymentsController(commands('payments'), new Bookkeeping(clock, pack)),
    decisions: new DecisionsController(commands('casework'), clock, clock),
  };
}
