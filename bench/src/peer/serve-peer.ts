import type { Specimens } from '../bare/specimen';
import { openAccountsOf } from '../bare/accounts';
import { connectedTo } from '../bench';
import { countStatements } from '../measure/statements';
import { serveParent } from '../system/serve-parent';
import { type Copy, Copies } from './copy';
import { openDoor, type PeerDeclaration } from './door';
import { type Sentence, type Step, STEPS, StepWriter } from './step-writer';

/** What the parent asks a peer to run. */
export interface PeerOrder {
  readonly adminUrl: string;
  readonly specimens: Specimens;
  /** For what it keeps on disk beside the database. */
  readonly folder: string;
  /** What the peer alone knows: addresses of its servers, settings that are tried. */
  readonly settings: Readonly<Record<string, string>>;
}

/** What a peer is made of. */
export interface Workshop extends Pick<PeerOrder, 'adminUrl' | 'folder' | 'settings'> {
  /** In their order. */
  readonly steps: readonly Step[];
  /** What the step writes of all these, in one statement. */
  sentence(step: Step, copies: readonly Copy[]): Sentence;
  /** To be told once the last step of so many declarations has been committed. */
  finished(count?: number): void;
}

/** A declaration as it was lodged, and what is to be written of it. */
export interface Order {
  readonly copy: Copy;
  readonly declaration: PeerDeclaration;
}

/** A workflow engine or queue that clears declarations. */
export interface Peer {
  /** Resolves once the declarations of a request would survive a crash. */
  take(orders: readonly Order[]): Promise<unknown>;
  close(): Promise<unknown>;
}

/**
 * All that the main of a peer does beside starting its engine.
 * @param client that of the copy of `pg` that the engine uses; its statements are counted
 */
export function servePeer(
  client: { readonly prototype: object },
  start: (workshop: Workshop) => Promise<Peer>,
): void {
  serveParent<PeerOrder>(async ({ adminUrl, specimens, folder, settings }) => {
    const copies = new Copies(specimens);
    const writer = new StepWriter(specimens, copies.patterns);
    await connectedTo(adminUrl, (client) => openAccountsOf(specimens, client));
    let count = 0;
    const peer = await start({
      adminUrl,
      folder,
      settings,
      steps: Object.keys(STEPS) as Step[],
      sentence: (step, some) => writer.sentence(step, some),
      finished: (more = 1) => void (count += more),
    });
    const { url, server } = await openDoor({
      finished: () => count,
      take: async (declarations) => {
        const orders = declarations.map((declaration) => {
          return { copy: copies.of(declaration.functionalReferenceID), declaration };
        });
        await peer.take(orders);
        return orders.map(({ copy }) => copy.id);
      },
    });
    const close = async (): Promise<void> => {
      server.closeAllConnections();
      server.close();
      await peer.close();
    };
    return { ready: { url }, close };
  }, countStatements(client));
}
