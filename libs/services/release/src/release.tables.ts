import { byDeclaration } from '@tonggwan/messaging';
import type { Standing } from './domain/standing';

export const standings = byDeclaration<Standing>('release.standing');
