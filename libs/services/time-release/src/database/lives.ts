import { byDeclaration } from '@tonggwan/messaging';
import type { Life } from '../domain/life';

export const lives = byDeclaration<Life>('time_release.life');
