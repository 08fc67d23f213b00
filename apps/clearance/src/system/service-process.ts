import { KeptServer, ready, SERVICE_FLAGS } from '@tonggwan/service-host';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchOf } from './places';

type Variables = Readonly<Record<string, string>>;

/** A service that runs in a process of its own, for as long as this one does. */
export class ServiceProcess {
  private server: KeptServer | undefined;
  private port = '';

  private constructor(
    readonly name: string,
    private readonly label: string,
    private readonly folder: string,
    private readonly environment: Variables,
    private readonly checkout?: string,
  ) {}

  /**
   * @param label its own among the processes of the service
   * @param checkout where another version of it is
   * @throws Error with the end of the service's log when it does not get ready
   */
  static async start(
    name: string,
    dataFolder: string,
    environment: Variables,
    label = name,
    checkout?: string,
  ): Promise<ServiceProcess> {
    const folder = join(dataFolder, 'logs');
    mkdirSync(folder, { recursive: true });
    const service = new ServiceProcess(name, label, folder, environment, checkout);
    await service.launch(environment);
    return service;
  }

  get address(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get isGone(): boolean {
    return this.server?.isGone ?? true;
  }

  /** Where it was before, for those who know its address. @throws Error with the end of its log when it does not get ready */
  startAgain(): Promise<void> {
    return this.launch({ ...this.environment, TONGGWAN_PORT: this.port });
  }

  async stop(): Promise<void> {
    await this.server?.stop();
  }

  async kill(): Promise<void> {
    await this.server?.kill();
  }

  standStill(): void {
    this.server?.standStill();
  }

  goOn(): void {
    this.server?.goOn();
  }

  private async launch(environment: Variables): Promise<void> {
    const { folder, name, checkout } = this;
    const logFile = join(folder, `${this.label}.log`);
    const before = existsSync(logFile) ? readFileSync(logFile, 'utf8').length : 0;
    const command = [process.execPath, ...process.execArgv, ...SERVICE_FLAGS, ...launchOf(name, checkout)];
    const server = KeptServer.launch(command, { stopSignal: 'TERM', folder, logFile, environment });
    this.server = server;
    const answers = async (): Promise<void> => {
      this.port = portIn(readFileSync(logFile, 'utf8').slice(before)) ?? this.port;
      const { status } = await fetch(`${this.address}/health/ready`);
      if (status !== 200) throw new Error(`${name} is not ready`);
    };
    await ready(server, answers, name, logFile);
  }
}

/** A service says in its log where it listens. */
function portIn(log: string): string | undefined {
  return /"port":(\d+)/.exec(log)?.[1];
}
