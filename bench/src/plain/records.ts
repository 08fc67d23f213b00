import type { DataSource, EntityManager } from 'typeorm';
import type { TableShape } from '../bare/specimen';
import type { Copy } from '../peer/copy';
import type { Step, StepWriter } from '../peer/step-writer';
import type { Entity } from './entities';

/** The schema whose rows are there once a declaration is taken; what else belongs to the first step comes with its event. */
const DOOR = 'gateway.';

/** What is saved of a declaration: entity by entity, all of a step in one transaction. */
export class Records {
  /** So many declarations have gone all the way. */
  released = 0;

  constructor(
    private readonly source: DataSource,
    private readonly writer: StepWriter,
  ) {}

  lodged(copy: Copy): Promise<void> {
    const tables = this.writer.tables.accept.filter(({ name }) => name.startsWith(DOOR));
    return this.source.transaction((manager) => this.save(manager, tables, copy));
  }

  async done(step: Step, copy: Copy): Promise<void> {
    const tables = this.writer.tables[step].filter(({ name }) => !name.startsWith(DOOR));
    await this.source.transaction(async (manager) => {
      await this.save(manager, tables, copy);
      if (step === 'secure') await drawOn(manager, copy.account);
    });
    if (step === 'release') this.released += 1;
  }

  private async save(manager: EntityManager, tables: readonly TableShape[], copy: Copy): Promise<void> {
    for (const table of tables) {
      const entities = this.writer.rows(table, copy).map((row) => entity(table, row));
      await manager.getRepository<Entity>(table.name).save(entities);
    }
  }
}

function entity({ columns }: TableShape, row: readonly (string | number | null)[]): Entity {
  return Object.fromEntries(columns.map(({ name, type }, at) => [name, valueOf(type, row[at]!)]));
}

function valueOf(type: string, value: string | number | null): unknown {
  return type === 'jsonb' && typeof value === 'string' ? JSON.parse(value) : value;
}

async function drawOn(manager: EntityManager, id: string): Promise<void> {
  const accounts = manager.getRepository<Entity>('payments.account');
  const account = await accounts.findOneByOrFail({ id });
  await accounts.save({ ...account, revision: Number(account.revision) + 1 });
}
