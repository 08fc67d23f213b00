import { everyOrder } from '@tonggwan/testing';
import {
  accepted,
  amount,
  assessed,
  cancelled,
  Casework,
  held,
  released,
  screened,
} from './casework.fixture';

describe('Casework', () => {
  it('opens a case for yellow and red, once, with the channel’s priority and the reasons', async () => {
    for (const order of everyOrder([accepted, screened('red'), assessed])) {
      const casework = await Casework.after([...order, ...order]);
      expect(await casework.said()).toEqual([['CaseOpened', 'control']]);
      expect(casework.caseOf('control')).toMatchObject({
        priority: 100,
        office: '40',
        reasons: [{ code: 'P1' }],
      });
    }
  });

  it('opens none for green', async () => {
    const casework = await Casework.after([accepted, screened('green'), assessed, released]);
    expect(await casework.said()).toEqual([]);
  });

  it('opens an audit of blue after the release, whatever is heard first', async () => {
    expect(await (await Casework.after([accepted, screened('blue'), assessed])).said()).toEqual([]);
    for (const order of everyOrder([accepted, screened('blue'), assessed, released])) {
      const casework = await Casework.after([...order, ...order]);
      expect(await casework.said()).toEqual([['CaseOpened', 'audit']]);
    }
  });

  it('opens the audit of the version that was screened blue, though an earlier one was released', async () => {
    for (const order of everyOrder([accepted, screened('blue', 2), released])) {
      const casework = await Casework.after([...order, ...order]);
      expect(casework.caseOf('audit', 2)).toMatchObject({ status: 'open' });
      expect(casework.caseOf('audit')).toBeUndefined();
    }
  });

  it('opens no audit because an earlier version than the released one was blue', async () => {
    const releasedLater = { ...released, data: { ...released.data, version: 2 } };
    for (const order of everyOrder([accepted, screened('blue'), releasedLater, screened('green', 2)]))
      expect(await (await Casework.after(order)).said()).toEqual([]);
  });

  it('opens a case for a hold and closes it when the tax is worked out after all', async () => {
    const onHold = await Casework.after([accepted, held]);
    expect(onHold.caseOf('hold')).toMatchObject({
      status: 'open',
      reasons: [{ code: 'no-rate', text: 'item 1' }],
    });
    for (const order of everyOrder([accepted, held, assessed, screened('green')])) {
      const casework = await Casework.after([...order, ...order]);
      expect(casework.caseOf('hold')?.status).not.toBe('open');
    }
  });

  it('closes what is open when the declaration is cancelled, and opens nothing afterwards', async () => {
    for (const order of everyOrder([accepted, screened('red'), held, cancelled])) {
      const casework = await Casework.after(order);
      expect([casework.caseOf('control'), casework.caseOf('hold')].map((one) => one?.status)).not.toContain(
        'open',
      );
    }
  });

  it('closes the cases of a version that another has superseded, and opens none for it', async () => {
    const casework = await Casework.after([accepted, screened('red'), screened('yellow', 2), held]);
    expect(casework.caseOf('control')).toMatchObject({ status: 'closed' });
    expect(casework.caseOf('control', 2)).toMatchObject({ status: 'open', priority: 50 });
    expect(casework.caseOf('hold')).toBeUndefined();
  });

  it('keeps the facts, the amounts and the declaration for the officer, each once', async () => {
    for (const order of everyOrder([accepted, screened('green'), assessed])) {
      const casework = await Casework.after([...order, ...order]);
      expect(casework.declarations).toBe(1);
      expect(casework.dossier).toMatchObject({
        facts: { lrn: 'LRN-1', mrn: 'MRN-1', declarant: 'BROKER-9', importer: 'Importer', items: 2 },
        amounts: { payable: amount },
      });
    }
  });
});

describe('The amounts of a dossier', () => {
  it('are those of the final assessment, even where a fast clock gives both the same instant', async () => {
    const indicative = { ...assessed, data: { ...assessed.data, stage: 'indicative' } };
    for (const order of everyOrder([indicative, assessed])) {
      const { dossier } = await Casework.after([...order, ...order]);
      expect(dossier).toMatchObject({ amounts: { stage: 'final' } });
    }
  });
});
