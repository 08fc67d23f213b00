import { byDeclaration, type StateTable } from '@tonggwan/messaging';
import { type Life, measured } from '../domain/life';

export const lives: StateTable<Life> = { ...byDeclaration<Life>('time_release.life'), complete: measured };
