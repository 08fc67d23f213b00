import type { Scene, Site, SplitSite } from './house/site';
import { openSplitSite } from './house/split-site';

/** What is asked of a scenario beyond that nothing is lost or doubled. */
export interface Goals {
  readonly goodputRatio?: number;
  readonly intakeRatio?: number;
  readonly drainRatio?: number;
  readonly recoverySeconds?: number;
}

/** A system on its stage, and what befalls it. */
export interface Stage {
  readonly site: Site;
  /** Resolves when it is over and everything is there again. */
  disturb(scene: Scene): Promise<void>;
}

export interface Scenario {
  readonly name: string;
  /** A sentence without subject: kills …, takes … away. */
  readonly does: string;
  readonly goals?: Goals;
  /** Connections may break, and their callers come again. */
  readonly mayBreak: boolean;
  /** What goodput is measured by: what of what is brought can be released, or the most that the system sustains. */
  readonly against?: 'peak';
  /** So many times the trouble lasts longer than others. */
  readonly lasts?: number;
  /** It is about the version before this one as well, which must be somewhere. */
  readonly needsPrevious?: true;
  /** @param previous a built checkout of the version before this one */
  open(say: (line: string) => void, previous?: string): Promise<Stage>;
}

/** On one process for each service, with Kafka between them. @param twice services that have two processes */
export function split(
  disturb: (scene: Scene<SplitSite>) => Promise<void>,
  twice: readonly string[] = [],
): Scenario['open'] {
  return async (say, checkout) => {
    const site = await openSplitSite(say, { twice, checkout });
    return { site, disturb: (scene) => disturb({ ...scene, site }) };
  };
}
