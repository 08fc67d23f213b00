import { NOTHING_PLANTED, type Plant } from './plant';
import { PLANTS } from './plants';

/** @throws Error naming the plants that there are */
export function findPlant(name: string | undefined): Plant {
  if (name === undefined) return NOTHING_PLANTED;
  const plant = PLANTS.find((one) => one.name === name);
  if (plant) return plant;
  throw new Error(`there is no plant ${name}; there are ${PLANTS.map((one) => one.name).join(', ')}`);
}
