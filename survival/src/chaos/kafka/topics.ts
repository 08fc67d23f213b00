import { SERVICES } from '@tonggwan/clearance';

/** Every service's, of the first epoch. */
export const TOPICS = SERVICES.map(({ name }) => `${name}.1`);
