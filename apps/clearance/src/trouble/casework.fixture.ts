import { type House, until } from './house.fixture';
import type { Answer, Visitor } from './visitor.fixture';

export interface CaseShown {
  readonly caseId: string;
  readonly declarationId: string;
  readonly kind: string;
  readonly status: string;
  readonly claimedBy?: string;
  readonly reasons: readonly { readonly code: string }[];
}

/** The open case of a declaration, as soon as it lies in the officers' queue. */
export async function caseOf(
  { as: { officer } }: House,
  declarationId: string,
  kind: string,
): Promise<CaseShown> {
  const queue = () => officer.get<{ cases: readonly CaseShown[] }>(`/cases?kind=${kind}`);
  const ofDeclaration = async () =>
    (await queue()).body.cases.find((one) => one.declarationId === declarationId);
  return (await until(ofDeclaration, (found) => found !== undefined))!;
}

/** Claims the case and says what is decided. */
export async function decide(
  officer: Visitor,
  { caseId }: CaseShown,
  decision: object,
): Promise<Answer<CaseShown>> {
  await officer.post(`/cases/${caseId}/claim`, {});
  return officer.post<CaseShown>(`/cases/${caseId}/decision`, decision);
}
