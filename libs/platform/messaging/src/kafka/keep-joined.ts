const REJOIN_MS = 1_000;

type Leave = () => Promise<void>;

/** Joins a group, and answers how to leave it. @param onLost to be called when the membership has come to an end by itself */
export type Join = (onLost: () => void) => Promise<Leave>;

/**
 * Becomes a member and stays one: what a client takes for final (no coordinator yet, a member that nobody knows) passes as
 * well. Nobody waits for the first time: Kafka may be away.
 */
export function keepJoined(join: Join, onFailure: (error: unknown) => void): Leave {
  let isLeft = false;
  let leave: Leave = () => Promise.resolve();
  let joining: Promise<void>;
  const joinOnce = async (): Promise<void> => {
    try {
      leave = await join(joinSoon);
    } catch (error) {
      onFailure(error);
      joinSoon();
    }
  };
  const joinSoon = (): void => {
    if (isLeft) return;
    setTimeout(() => {
      if (!isLeft) joining = joinOnce();
    }, REJOIN_MS);
  };
  joining = joinOnce();
  return async () => {
    isLeft = true;
    await joining;
    await leave();
  };
}
