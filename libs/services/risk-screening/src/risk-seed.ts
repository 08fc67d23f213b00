/** What a service's chance begins with: a secret of the administration, since whoever knows it can foresee chance. */
export const RISK_SEED = Symbol('tonggwan.risk-seed');
