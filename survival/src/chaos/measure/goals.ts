import type { Goals } from '../scenario';
import type { Outcome } from './outcome';

const LEAST = ['goodputRatio', 'intakeRatio', 'drainRatio'] as const;

/** What is less, or later, than the scenario asks for. */
export function missedOf(outcome: Omit<Outcome, 'missed'>, goals: Goals): readonly string[] {
  const less = LEAST.filter((name) => {
    const [goal, got] = [goals[name], outcome[name]];
    return goal !== undefined && got !== null && got < goal;
  });
  const late = (outcome.recoverySeconds ?? Infinity) > (goals.recoverySeconds ?? Infinity);
  return [
    ...less.map((name) => `${name} ${outcome[name]!.toFixed(2)} of ${goals[name]}`),
    ...(late ? [`recoverySeconds ${outcome.recoverySeconds?.toFixed(1)} of ${goals.recoverySeconds}`] : []),
  ];
}
