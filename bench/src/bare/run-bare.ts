import type { Bench } from '../bench';
import type { Figures } from '../measure/figures';
export function runBare(_bench: Bench, _name: string): Promise<Figures> {
  return Promise.reject(new Error('not yet'));
}
