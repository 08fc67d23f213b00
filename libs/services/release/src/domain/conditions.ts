import type {
  Condition,
  ControlConcluded,
  DeclarationAccepted,
  DutySecured,
  GoodsArrived,
  RiskAssessed,
  TaxAssessed,
} from '@tonggwan/contracts';

interface Told {
  readonly DeclarationAccepted: DeclarationAccepted;
  readonly RiskAssessed: RiskAssessed;
  readonly ControlConcluded: ControlConcluded;
  readonly TaxAssessed: TaxAssessed;
  readonly DutySecured: DutySecured;
  readonly GoodsArrived: GoodsArrived;
}

/**
 * The condition that an event meets, if it meets one: the only place that knows what the words mean. A hold
 * ends with the assessment that it kept back and with nothing earlier: lifting one only has the tax worked
 * out again, which may end in another hold.
 */
export const CONDITION_MET_BY: {
  readonly [Type in keyof Told]: (event: Told[Type]) => Condition | undefined;
} = {
  DeclarationAccepted: ({ goodsPresent }) => (goodsPresent ? 'cargo' : undefined),
  RiskAssessed: ({ channel }) => (channel === 'green' || channel === 'blue' ? 'control' : undefined),
  ControlConcluded: ({ kind, decision }) =>
    kind === 'control' && decision === 'clear' ? 'control' : undefined,
  TaxAssessed: ({ stage }) => (stage === 'indicative' ? undefined : 'hold'),
  DutySecured: () => 'payment',
  GoodsArrived: () => 'cargo',
};

/** Whether an officer has refused the goods. An audit comes after the release and takes nothing back. */
export function isRefusal({ kind, decision }: ControlConcluded): boolean {
  return decision === 'refuse' && kind !== 'audit';
}
