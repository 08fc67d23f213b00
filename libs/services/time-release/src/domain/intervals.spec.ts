import { type Interval, intervalsOf } from './intervals';
import type { Moment, MomentName } from './moment';

const at = (time: string) => Date.parse(`2026-03-02T${time}:00.000Z`);
const moment = (name: MomentName, time: string, more: Partial<Moment> = {}): Moment => ({
  name,
  version: 1,
  at: at(time),
  ...more,
});
const told = (intervals: readonly Interval[]) =>
  intervals.map(({ step, owner, milliseconds }) => `${step} ${owner} ${milliseconds / 60_000}`);

const accepted = [
  moment('lodged', '09:00'),
  moment('accepted', '09:01', { conditions: ['control', 'payment'] }),
  moment('screened', '09:02', { channel: 'red' }),
  moment('assessed', '09:03'),
];
const control = (opened: string, concluded: string) => [
  moment('control-opened', opened, { caseId: 'case' }),
  moment('concluded', concluded, { caseId: 'case' }),
];
const payment = (noticed: string, secured: string) => [
  moment('noticed', noticed),
  moment('secured', secured),
];

describe('the intervals of a life', () => {
  it('are the system’s where nobody is waited for, named after what it said at the end of each', () => {
    const moments = [...accepted, moment('secured', '09:04'), moment('released', '09:05')];
    expect(told(intervalsOf(moments))).toEqual([
      'acceptance system 1',
      'screening system 1',
      'assessment system 1',
      'securing system 1',
      'release system 1',
    ]);
  });

  it('begin with the goods where they came before anybody lodged for them: the trader’s', () => {
    const moments = [moment('arrived', '08:00'), moment('lodged', '09:00'), moment('rejected', '09:01')];
    expect(told(intervalsOf(moments))).toEqual(['lodging trader 60', 'acceptance system 1']);
  });

  it('are the port’s while goods that were lodged for are still to come', () => {
    const moments = [
      moment('lodged', '09:00'),
      moment('registered', '09:01'),
      moment('arrived', '11:01'),
      moment('accepted', '11:02', { conditions: ['cargo'] }),
      moment('released', '11:03'),
    ];
    expect(told(intervalsOf(moments))).toEqual([
      'acceptance system 1',
      'arrival port 120',
      'acceptance system 1',
      'release system 1',
    ]);
  });

  it('give parallel waits to the one that was over last, from its beginning', () => {
    const moments = [
      ...accepted,
      ...control('09:03', '10:00'),
      ...payment('09:04', '12:04'),
      moment('released', '12:05'),
    ];
    expect(told(intervalsOf(moments))).toEqual([
      'acceptance system 1',
      'screening system 1',
      'assessment system 1',
      'securing system 1',
      'payment bank 180',
      'release system 1',
    ]);
    const slowControl = [
      ...accepted,
      ...control('09:03', '12:00'),
      ...payment('09:04', '10:04'),
      moment('released', '12:05'),
    ];
    expect(told(intervalsOf(slowControl)).slice(-2)).toEqual(['control customs 177', 'release system 5']);
  });

  it('give what ended in one instant, and what is still open, to customs before the bank', () => {
    const together = [...accepted, ...control('09:03', '10:00'), ...payment('09:03', '10:00')];
    const released = [...together, moment('released', '10:00')];
    expect(told(intervalsOf(released)).at(-1)).toBe('control customs 57');
    const open = together.filter(({ name }) => name !== 'concluded' && name !== 'secured');
    expect(told(intervalsOf(open, at('18:03'))).at(-1)).toBe('control customs 540');
  });

  it('turn to the trader when a document is asked for, until the control is concluded', () => {
    const asked = moment('documents-asked', '09:33', { caseId: 'case' });
    const moments = [...accepted, ...control('09:03', '11:03'), asked, moment('released', '11:03')];
    expect(told(intervalsOf(moments)).slice(-2)).toEqual(['control customs 30', 'documents trader 90']);
  });

  it('follow a chain: what is paid was assessed after the hold that customs lifted', () => {
    const moments = [
      moment('lodged', '09:00'),
      moment('accepted', '09:01', { conditions: ['payment', 'hold'] }),
      moment('held', '09:02'),
      moment('hold-opened', '09:03', { caseId: 'hold' }),
      moment('lifted', '10:02', { caseId: 'hold' }),
      moment('assessed', '10:03'),
      ...payment('10:04', '11:04'),
      moment('released', '11:04'),
    ];
    expect(told(intervalsOf(moments))).toEqual([
      'acceptance system 1',
      'assessment system 1',
      'hold customs 60',
      'assessment system 1',
      'securing system 1',
      'payment bank 60',
    ]);
  });

  it('end a hold that an assessment has overtaken', () => {
    const moments = [
      moment('lodged', '09:00'),
      moment('accepted', '09:00', { conditions: ['hold'] }),
      moment('held', '09:00'),
      moment('assessed', '11:00'),
      moment('released', '11:01'),
    ];
    expect(told(intervalsOf(moments))).toEqual(['hold customs 120', 'release system 1']);
  });

  it('end what was asked of a version where the next one is accepted', () => {
    const moments = [
      ...accepted,
      moment('noticed', '09:04'),
      moment('accepted', '10:04', { version: 2, conditions: ['payment'] }),
      moment('secured', '10:05', { version: 2 }),
      moment('released', '10:06', { version: 2 }),
    ];
    expect(told(intervalsOf(moments)).slice(-3)).toEqual([
      'payment bank 60',
      'securing system 1',
      'release system 1',
    ]);
  });

  it('are the agency’s where its permission was asked for and nothing else explains the time', () => {
    const conditions = ['control', 'agency'];
    const moments = [moment('lodged', '09:00'), moment('accepted', '09:00', { conditions })];
    expect(told(intervalsOf([...moments, moment('released', '10:00')]))).toEqual(['agency agency 60']);
    const checked = [...moments, ...control('09:00', '09:40'), moment('released', '10:00')];
    expect(told(intervalsOf(checked))).toEqual(['control customs 40', 'agency agency 20']);
  });

  it('go on after the release until the goods have left, whatever is paid afterwards', () => {
    const moments = [
      ...accepted,
      moment('released', '09:04'),
      moment('settled', '20:00'),
      moment('removed', '15:04'),
    ];
    expect(told(intervalsOf(moments)).at(-1)).toBe('removal port 360');
  });
});
