export type * from './model';
export { declarationNumber, type DeclarationNumberParts } from './declaration-number';
export { type Fault, PackFaults } from './faults';
export { evaluate, type Formula, type FormulaAmounts, parseFormula } from './formula';
export { checkPack, loadPack, type PackCheck } from './load-pack';
