import { uuidV7 } from '@tonggwan/kernel';
import { type Caller, type Lookups, systemRandom } from '@tonggwan/service-host';
import { DeclarationRows } from './declaration-rows';

const BROKER: Caller = { subject: 'broker', party: 'P', roles: ['broker'] };
const idOf = (at: Date) => uuidV7(at, systemRandom);

/** Finds the declaration at the third look. */
const lateLookups = (id: string) => {
  const look = jest
    .fn()
    .mockResolvedValue([{ id, revision: '1' }])
    .mockResolvedValueOnce([])
    .mockResolvedValueOnce([]);
  return { rows: new DeclarationRows({ rows: look } as unknown as Lookups), look };
};

describe('the look for a declaration that something is asked of', () => {
  it('waits a moment where its id was given out just now, by the clock on the wall', async () => {
    const id = idOf(new Date());
    const { rows, look } = lateLookups(id);
    expect(await rows.awaited(BROKER, id)).toEqual({ id, revision: '1' });
    expect(look).toHaveBeenCalledTimes(3);
  });

  it('waits for none that was given out long ago, whatever day the office has', async () => {
    const id = idOf(new Date(Date.now() - 3_600_000));
    const { rows, look } = lateLookups(id);
    expect(await rows.awaited(BROKER, id)).toBeUndefined();
    expect(look).toHaveBeenCalledTimes(1);
  });

  it('does not begin for what is no id', async () => {
    const { rows, look } = lateLookups('MRN-1');
    expect(await rows.awaited(BROKER, 'MRN-1')).toBeUndefined();
    expect(look).not.toHaveBeenCalled();
  });
});
