import { backlogOf, type Lag, withinTime } from '@tonggwan/messaging';
import { Counter, Gauge, type Registry } from 'prom-client';
import type { HostedService } from '../host/host-service';

/** Prometheus waits ten seconds by itself. */
const LOOK_MS_MAX = 2_000;

const SOURCE = ['service', 'source'];
const GAUGES = {
  lag: ['tonggwan_consumer_lag_events', 'Events of a source that are not taken yet.', SOURCE],
  lagSeconds: ['tonggwan_consumer_lag_seconds', 'Age of the oldest of them.', SOURCE],
  deadLetters: ['tonggwan_dead_letters', 'Events that lie among the dead letters.', ['service']],
  parked: ['tonggwan_parked', 'Events that wait behind a dead letter.', ['service']],
  forked: [
    'tonggwan_forked_events',
    'Events seen of others that went back in time and no longer have them.',
    ['service'],
  ],
  closed: [
    'tonggwan_log_closed',
    '1 where the log has gone back in time and nothing is appended.',
    ['service'],
  ],
  unsent: ['tonggwan_outbox_depth_events', 'Events that Kafka has not acknowledged yet.', ['service']],
  unsentSeconds: ['tonggwan_outbox_age_seconds', 'Age of the oldest of them.', ['service']],
  archiveDueSeconds: [
    'tonggwan_archive_due_seconds',
    'Time for which the oldest whole partition of the outbox has not been archived.',
    ['service'],
  ],
} as const;

type Gauges = Readonly<Record<keyof typeof GAUGES, Gauge>>;

/**
 * How far services are behind and what waits in their tables, looked up at each scrape. A database that does not answer
 * fails no scrape: what it would have said is left out, and counted.
 */
export class LogGauges {
  private readonly gauges: Gauges;
  private readonly failures: Counter;

  constructor(
    registry: Registry,
    private readonly services: readonly HostedService[],
  ) {
    const registers = [registry];
    const made = Object.entries(GAUGES).map(([key, [name, help, labels]]) => {
      return [key, new Gauge({ name, help, labelNames: [...labels], registers })] as const;
    });
    this.gauges = Object.fromEntries(made) as Gauges;
    const help = 'Looks at a database that were not answered.';
    this.failures = new Counter({
      name: 'tonggwan_scrape_failures_total',
      help,
      labelNames: ['service'],
      registers,
    });
  }

  async look(): Promise<void> {
    for (const gauge of Object.values(this.gauges)) gauge.reset();
    await Promise.all(this.services.map((service) => this.lookAt(service)));
  }

  private async lookAt(service: HostedService): Promise<void> {
    const name = service.definition.name;
    try {
      const looks = Promise.all([
        service.log.state()?.lag() ?? [],
        backlogOf(service.connections.pool, name),
      ]);
      const [lags, backlog] = await withinTime(LOOK_MS_MAX, 'a look at the log', looks);
      this.showLags(name, lags);
      this.gauges.closed.set({ service: name }, service.store.guard.isClosed ? 1 : 0);
      const { unsent, unsentSeconds, ...letters } = backlog;
      const isCarried = service.engine.name === 'kafka';
      for (const [key, value] of Object.entries({
        ...letters,
        ...(isCarried ? { unsent, unsentSeconds } : {}),
      }))
        this.gauges[key as keyof Gauges].set({ service: name }, value);
    } catch {
      this.failures.inc({ service: name });
    }
  }

  private showLags(service: string, lags: readonly Lag[]): void {
    const now = Date.now();
    for (const source of new Set(lags.map((lag) => lag.source))) {
      const ofSource = lags.filter((lag) => lag.source === source);
      const ages = ofSource.map(({ since }) => (since ? (now - Date.parse(since)) / 1_000 : 0));
      const events = ofSource.reduce((sum, lag) => sum + lag.events, 0);
      this.gauges.lag.set({ service, source }, events);
      this.gauges.lagSeconds.set({ service, source }, Math.max(0, ...ages));
    }
  }
}
