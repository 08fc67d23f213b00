import type { PlannedDeclaration, SamplePlan } from './plan/sample-plan';

type Act = (planned: PlannedDeclaration) => void;

/** Which declaration of the system is which of the plan. Whoever else lodges on that day is left alone. */
export class Register {
  private readonly indices = new Map<string, number>();
  private readonly waiting = new Map<string, Act[]>();

  constructor(private readonly plan: SamplePlan) {}

  enter(declarationId: string, index: number): void {
    if (this.indices.has(declarationId)) return;
    this.indices.set(declarationId, index);
    const acts = this.waiting.get(declarationId) ?? [];
    this.waiting.delete(declarationId);
    acts.forEach((act) => act(this.plan.declaration(index)));
  }

  find(declarationId: string): PlannedDeclaration | undefined {
    const index = this.indices.get(declarationId);
    return index === undefined ? undefined : this.plan.declaration(index);
  }

  /** Acts on it as soon as it is known: word of a declaration may come before the answer to its lodging. */
  whenKnown(declarationId: string, act: Act): void {
    const planned = this.find(declarationId);
    if (planned) act(planned);
    else this.waiting.set(declarationId, [...(this.waiting.get(declarationId) ?? []), act]);
  }
}
