import type { System } from '../system/system';
import { ApiClient } from '../client/api-client';
import { Gate } from '../client/gate';
import {
  BROKER,
  declarationOf,
  IMPORTER,
  LATE,
  ORDINARY,
  transportDocumentOf,
  UNPAID,
  WATCHED,
  WITHOUT_MASS,
  WITHOUT_RATE,
} from './consignments.fixture';

interface Standing {
  readonly id: string;
  readonly lrn: string;
  readonly status: string;
  readonly outstanding: readonly string[];
  readonly channel?: string;
}

interface CaseLine {
  readonly caseId: string;
  readonly declarationId: string;
}

/** The same system by its API, to prepare what the console shows and to check what it did. */
export class Office {
  constructor(private readonly system: System) {}

  as(who: keyof System['tokens']): ApiClient {
    return new ApiClient(this.system.url, this.system.tokens[who], new Gate(2));
  }

  async openGuarantee(): Promise<void> {
    const guarantee = { kind: 'guarantee', debtor: IMPORTER, party: BROKER, limit: '1000000000' };
    await this.as('administrator').post('/accounts', guarantee);
  }

  /** All goods but those that are late are there before their declarations. */
  async lodgeAll(): Promise<void> {
    const arrived = [...WATCHED, ...ORDINARY, UNPAID, WITHOUT_MASS, WITHOUT_RATE];
    const terminal = this.as('terminal');
    await Promise.all(
      arrived.map(({ lrn }) => terminal.post('/arrivals', { transportDocument: transportDocumentOf(lrn) })),
    );
    await this.as('broker').post('/declarations', [...arrived, LATE].map(declarationOf));
  }

  async declaration(id: string): Promise<Standing> {
    return this.as('officer').get<Standing>(`/declarations/${id}`);
  }

  async declarations(): Promise<readonly Standing[]> {
    return (await this.as('officer').get<{ declarations: Standing[] }>('/declarations?limit=100'))
      .declarations;
  }

  async byReference(lrn: string): Promise<Standing> {
    const found = (await this.declarations()).find((declaration) => declaration.lrn === lrn);
    if (!found) throw new Error(`nothing is known of ${lrn}`);
    return found;
  }

  async cases(kind: string): Promise<readonly CaseLine[]> {
    return (await this.as('officer').get<{ cases: CaseLine[] }>(`/cases?kind=${kind}`)).cases;
  }

  async caseOf(declarationId: string, kind: string): Promise<CaseLine> {
    const found = (await this.cases(kind)).find((one) => one.declarationId === declarationId);
    if (!found) throw new Error(`no case of ${declarationId}`);
    return found;
  }
}
