/** Who has to act, in the order of precedence: the administration never hides behind the others. */
export const OWNERS = ['customs', 'agency', 'trader', 'bank', 'port', 'system'] as const;
export type Owner = (typeof OWNERS)[number];

/**
 * Every step with whoever had to act in it: the party whose act, or whose report of it, ends the wait. A bank reports a
 * payment and a terminal the goods, so theirs is all the time up to the report; the log cannot see what came before.
 */
export const STEP_OWNERS = {
  lodging: 'trader',
  acceptance: 'system',
  arrival: 'port',
  screening: 'system',
  assessment: 'system',
  securing: 'system',
  'case-opening': 'system',
  control: 'customs',
  hold: 'customs',
  documents: 'trader',
  agency: 'agency',
  payment: 'bank',
  release: 'system',
  cancellation: 'system',
  removal: 'port',
} as const satisfies Record<string, Owner>;
export type Step = keyof typeof STEP_OWNERS;

/** In the order in which a declaration goes through them. */
export const STEPS = Object.keys(STEP_OWNERS) as readonly Step[];

/** The whole, from arrival or lodging, whichever came first: to the release, and to the goods' leaving. */
export const WHOLES = ['until-release', 'until-removal'] as const;
export type Measure = Step | (typeof WHOLES)[number];

export const precedence = (step: Step): number => OWNERS.indexOf(STEP_OWNERS[step]);
