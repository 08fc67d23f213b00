import { countStatements } from '../measure/statements';
import type { Report, Request } from './child';

/** What a child runs: it answers what the parent may know, and how to end it. */
type Work<Order> = (order: Order) => Promise<{ readonly ready: unknown; close(): Promise<void> }>;

/** All that the main of a child does: starts the work that is ordered, answers for it, and ends it when told or orphaned. */
export function serveParent<Order>(work: Work<Order>, count = countStatements()): void {
  let close: () => Promise<void> = () => Promise.resolve();
  const report = (message: Report): void => void process.send?.(message);
  const end = (): void => void close().finally(() => process.exit(0));
  process.on('message', (request: Request) => {
    if (request === 'stop') return end();
    if (request === 'statements') return report({ statements: count.statements });
    work(request.order as Order).then(
      (running) => {
        close = running.close;
        report({ ready: running.ready });
      },
      (error: unknown) => report({ failed: String(error) }),
    );
  });
  process.on('disconnect', end);
}
