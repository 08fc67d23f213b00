const REJOIN_MS = 1_000;

type Leave = () => Promise<void>;

/** Joins a group, and answers how to leave it. @param onLost to be called when the membership has come to an end by itself */
export type Join = (onLost: () => void) => Promise<Leave>;

/** Stays a member: what a client takes for final (no coordinator yet, a member that nobody knows) passes as well. */
export async function keepJoined(join: Join, onFailure: (error: unknown) => void): Promise<Leave> {
  let isLeft = false;
  let leave: Leave = () => Promise.resolve();
  const joinOnce = async (): Promise<void> => {
    leave = await join(joinSoon);
    if (isLeft) await leave();
  };
  const joinSoon = (): void => {
    if (isLeft) return;
    setTimeout(() => {
      if (isLeft) return;
      joinOnce().catch((error: unknown) => {
        onFailure(error);
        joinSoon();
      });
    }, REJOIN_MS);
  };
  await joinOnce();
  return async () => {
    isLeft = true;
    await leave();
  };
}
