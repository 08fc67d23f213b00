import { Problem } from '@tonggwan/service-host';
import type { CaseFault } from '../domain/handle-case';

/** What an officer is told when that cannot be done. */
export function refusal(fault: CaseFault): Problem {
  switch (fault) {
    case 'case-ended':
      return new Problem(409, fault, 'The case has been decided or closed.');
    case 'held-by-another':
      return new Problem(409, fault, 'Another officer holds the case.');
    case 'not-held':
      return new Problem(409, fault, 'Claim the case first.');
    case 'negative-rate':
      return wrong(fault, 'rates', 'must be zero or more', 'No tax has a rate below zero.');
    case 'reason-missing':
      return missing(fault, 'reason', 'A reason is needed.');
    case 'outcome-missing':
      return missing(fault, 'outcome', 'A refusal says what becomes of the goods.');
    case 'document-missing':
      return missing(fault, 'document', 'Say which document is asked for.');
    case 'rates-missing':
      return missing(fault, 'rates', 'Goods without a rate are cleared with a rate for each item in doubt.');
  }
}

function missing(code: string, field: string, sentence: string): Problem {
  return wrong(code, field, 'is required', sentence);
}

function wrong(code: string, field: string, detail: string, sentence: string): Problem {
  return new Problem(422, code, sentence, { errors: [{ pointer: `/${field}`, detail }] });
}
