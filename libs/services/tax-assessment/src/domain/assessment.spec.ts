import { assessment, type AssessmentEvent, type AssessmentState } from './assessment';
import { declarationOf, goods, twoTaxes } from './two-taxes.fixture';

const AT = '2026-03-02T08:14:03.022Z';
const decider = assessment(twoTaxes());
type Command = Parameters<typeof decider.decide>[0];

const withoutRate = [goods({ commodityCode: '9900000000' })];
const registered = (version = 1, items = [goods()]): Command => assessCommand('registered', version, items);
const accepted = (version = 1, items = [goods()]): Command => assessCommand('accepted', version, items);
const lifted = (caseId = 'C-7', version = 1): Command => ({
  type: 'LiftHold',
  version,
  party: 'GB123456789000',
  decision: {
    caseId,
    officer: 'officer-4',
    rates: [{ sequence: 1, tax: 'A00', rate: '5', source: 'found' }],
  },
  at: AT,
});

function assessCommand(
  step: 'registered' | 'accepted',
  version: number,
  items: ReturnType<typeof goods>[],
): Command {
  return { type: 'Assess', step, declaration: declarationOf(items, { version }), at: AT };
}

/** What the commands make known to others, and what is left behind. */
function after(...commands: Command[]): { published: string[]; state: AssessmentState } {
  let state = decider.initial;
  const published: string[] = [];
  for (const command of commands) {
    const events = decider.decide(command, state);
    published.push(...events.flatMap(nameOf));
    state = events.reduce(decider.evolve, state);
  }
  return { published, state };
}

function nameOf(event: AssessmentEvent): string[] {
  if (event.type === 'TaxAssessed') return [`${event.data.stage} ${event.data.version}`];
  return event.type === 'AssessmentHeld' ? [`held ${event.data.version}`] : [];
}

describe('the assessment of a declaration', () => {
  it('is made at registration and again at acceptance', () => {
    expect(after(registered(), accepted()).published).toEqual(['indicative 1', 'final 1']);
  });

  it('is not changed by a repeat', () => {
    const once = after(registered(), accepted());
    const twice = after(registered(), registered(), accepted(), accepted(), registered());
    expect(twice).toEqual(once);
  });

  it('is made anew for the next version', () => {
    expect(after(accepted(1), accepted(2)).published).toEqual(['final 1', 'final 2']);
  });

  it('waits for an officer where there is no rate, then is made with what he found', () => {
    const { published, state } = after(accepted(1, withoutRate), lifted());
    expect(published).toEqual(['held 1', 'final 1']);
    expect(state.versions[1]).not.toHaveProperty('declaration', expect.anything());
  });

  it('takes the same decision once', () => {
    expect(after(accepted(1, withoutRate), lifted(), lifted()).published).toEqual(['held 1', 'final 1']);
  });

  it('keeps a decision that comes before its declaration', () => {
    expect(after(lifted(), accepted(1, withoutRate)).published).toEqual(['final 1']);
  });

  it('keeps a decision about registered goods for their acceptance', () => {
    const commands = [registered(1, withoutRate), lifted(), accepted(1, withoutRate)];
    expect(after(...commands).published).toEqual(['held 1', 'indicative 1', 'final 1']);
  });

  it('holds for its own version only: what an officer found for the first does not lift the second', () => {
    const commands = [accepted(1, withoutRate), lifted('C-7', 1), accepted(2, withoutRate)];
    expect(after(...commands).published).toEqual(['held 1', 'final 1', 'held 2']);
  });

  it.each([0, 1, 2])('ends the same whenever the decision comes (after %i events)', (before) => {
    const commands = [registered(1, withoutRate), accepted(1, withoutRate)];
    commands.splice(before, 0, lifted());
    const { published, state } = after(...commands);
    expect(published.at(-1)).toBe('final 1');
    const last = after(registered(1, withoutRate), accepted(1, withoutRate), lifted()).state;
    expect(state.versions[1]!.outcome).toEqual(last.versions[1]!.outcome);
  });

  it('is held again, not waved through, where the officer found nothing', () => {
    const nothing = { ...lifted(), decision: { caseId: 'C-8', officer: 'officer-4', rates: [] } } as Command;
    expect(after(accepted(1, withoutRate), nothing).published).toEqual(['held 1', 'held 1']);
  });
});
