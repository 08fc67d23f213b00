import type { DeclarationEvent, GoodsRefused } from '@tonggwan/contracts';
import type { Decider } from '@tonggwan/kernel';
import { evolve, nothingKnown, type Standing, type StandingEvent } from './standing';

interface About {
  readonly declaration: DeclarationEvent;
  /** The instant of a decision that follows. */
  readonly at: string;
}

export type StandingCommand = About &
  (
    | { readonly type: 'Accept'; readonly mrn: string; readonly conditions: string[] }
    /** Without a condition it tells no more than that this version exists. */
    | { readonly type: 'Tell'; readonly condition?: string }
    | ({ readonly type: 'Refuse' } & Pick<GoodsRefused, 'outcome' | 'reason'>)
    | { readonly type: 'Cancel' }
  );

/**
 * The only join: goods go when nothing is missing any more, whatever came first. What a condition means it
 * does not know.
 */
export const release: Decider<Standing, StandingCommand, StandingEvent> = {
  initial: nothingKnown,
  decide(command, state) {
    if (state.ended || command.declaration.version < state.version) return [];
    const news = newsIn(command, state);
    if (news.length === 0) return [];
    return [...news, ...verdict(news.reduce(evolve, state), command)];
  },
  evolve,
};

/** What the command tells that was not known; a repeat tells nothing. */
function newsIn(command: StandingCommand, state: Standing): StandingEvent[] {
  const { declarationId, version, party } = command.declaration;
  const about = { declarationId, version, party };
  const isNewVersion = version > state.version;
  switch (command.type) {
    case 'Accept': {
      const { mrn, conditions } = command;
      return isNewVersion || !state.accepted
        ? [{ type: 'Accepted', data: { ...about, mrn, conditions } }]
        : [];
    }
    case 'Tell': {
      const { condition } = command;
      const isNews = isNewVersion || (condition !== undefined && !state.met.includes(condition));
      return isNews ? [{ type: 'ConditionTold', data: { ...about, condition } }] : [];
    }
    case 'Refuse': {
      const { outcome, reason } = command;
      return isNewVersion || !state.refusal
        ? [{ type: 'RefusalTold', data: { ...about, outcome, reason } }]
        : [];
    }
    case 'Cancel':
      return [{ type: 'ReleaseWithdrawn', data: { ...about, withdrawnAt: command.at } }];
  }
}

/** Declarations without conditions have no goods to release and are passed by. */
function verdict(state: Standing, { declaration, at }: About): StandingEvent[] {
  const { accepted, refusal, met, ended } = state;
  if (ended || !accepted || accepted.conditions.length === 0) return [];
  const { declarationId, version, party } = declaration;
  const about = { declarationId, version, party };
  if (refusal) return [{ type: 'GoodsRefused', data: { ...about, ...refusal, refusedAt: at } }];
  if (!accepted.conditions.every((condition) => met.includes(condition))) return [];
  const { mrn, conditions } = accepted;
  return [{ type: 'GoodsReleased', data: { ...about, mrn, releasedAt: at, conditions: [...conditions] } }];
}
