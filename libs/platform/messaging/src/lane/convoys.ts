import type { Companion } from './companion';
import { Convoy } from './convoy';
import { Narrows } from './narrows';

/** While one waits for the database, another has the processor. */
const TRACKS = 2;

/** The convoys of one process and one database: the lanes of a bucket always go with the same one. */
export class Convoys {
  private readonly tracks: readonly Convoy[];

  /** @param count of tracks: one is enough for a consumer that goes alone */
  constructor(count = TRACKS) {
    const narrows = new Narrows();
    this.tracks = Array.from({ length: count }, () => new Convoy(narrows));
  }

  /** @param companion whose store is in the same database as those of the others. The answer takes it off again */
  enlist(companion: Companion): () => void {
    const endings = this.tracks.map((track) => track.enlist(companion));
    return () => endings.forEach((end) => end());
  }

  of(bucket: number): Convoy {
    return this.tracks[bucket % this.tracks.length]!;
  }
}
