import { Problem } from '@tonggwan/service-host';
import type { PaymentFault } from '../domain/receive';

/** What the bank is told when a payment cannot be taken. */
export function refusal(fault: PaymentFault): Problem {
  switch (fault) {
    case 'unknown-notice':
      return Problem.notFound('notice');
    case 'notice-paid':
      return new Problem(409, fault, 'The notice has been paid already.');
    case 'notice-withdrawn':
      return new Problem(409, fault, 'The notice has been withdrawn; nothing is owed on it any more.');
    case 'wrong-currency':
      return wrong(fault, '/amount/currency', 'is not the currency of the notice');
    case 'wrong-amount':
      return wrong(fault, '/amount/amount', 'is not what the notice asks for');
  }
}

function wrong(code: string, pointer: string, detail: string): Problem {
  const sentence = 'A notice is paid in full, in one payment, in its own currency.';
  return new Problem(422, code, sentence, { errors: [{ pointer, detail }] });
}
