import { Declaration, validatorOf } from '@tonggwan/contracts';
import { packFor } from '@tonggwan/testing';
import { declarationOf } from './declaration-of';
import { SamplePlan } from './sample-plan';

const DAY = '2026-11-20';
const SAMPLE = 2_000;
const planFor = (country: 'kr' | 'gb', seed = 1) => new SamplePlan(seed, SAMPLE, DAY, packFor(country));
const all = (plan: SamplePlan) => Array.from({ length: SAMPLE }, (_, index) => plan.declaration(index));
const share = <Thing>(things: readonly Thing[], is: (thing: Thing) => boolean) =>
  things.filter(is).length / things.length;

describe('the plan of a sample day', () => {
  const plan = planFor('kr');
  const declarations = all(plan);

  it('is the same for the same seed, whole or in parts, and another for another', () => {
    expect(planFor('kr').declaration(1_234)).toEqual(declarations[1_234]);
    expect(planFor('kr', 2).declaration(1_234).goods).not.toEqual(declarations[1_234]!.goods);
  });

  it('has every reference once', () => {
    expect(new Set(declarations.map(({ lrn }) => lrn)).size).toBe(SAMPLE);
    expect(new Set(declarations.map(({ transportDocument }) => transportDocument)).size).toBe(SAMPLE);
  });

  it('lodges in order, within the hours for it', () => {
    const instants = declarations.map(({ lodgesAt }) => lodgesAt);
    expect(instants).toEqual([...instants].sort((one, other) => one - other));
    expect(instants[0]).toBeGreaterThanOrEqual(plan.hours.begins);
    expect(instants.at(-1)).toBeLessThanOrEqual(plan.hours.lodgingTo);
  });

  it('has goods that come before their declaration, after it, and not on that day', () => {
    expect(share(declarations, ({ arrivesAt, lodgesAt }) => arrivesAt < lodgesAt)).toBeCloseTo(0.7, 1);
    expect(share(declarations, ({ arrivesAt }) => arrivesAt > plan.hours.ends)).toBeGreaterThan(0.02);
  });

  it('has some of everything that a day must show, none of it too much', () => {
    const rare = [
      share(declarations, ({ goods }) => goods.slip !== undefined),
      share(declarations, ({ goods }) => goods.commodity === plan.pack.sample.commodityWithoutRate),
      share(declarations, ({ client }) => client.id.startsWith('NEWCOMER')),
      share(declarations, ({ cancelsAt }) => cancelsAt !== undefined),
      share(declarations, ({ paysAfter }) => paysAfter === undefined),
    ];
    rare.forEach((part) => expect(part).toBeGreaterThan(0.003));
    rare.forEach((part) => expect(part).toBeLessThan(0.12));
    const ways = new Set(declarations.map(({ client }) => client.pays));
    expect([...ways].sort()).toEqual(['deferment', 'guarantee', 'notice']);
    expect(new Set(declarations.map(({ goods }) => goods.price.currencyID)).size).toBe(5);
  });
});

describe.each(['kr', 'gb'] as const)('the declarations of a sample day in %s', (country) => {
  const plan = planFor(country);
  const written = all(plan).map((planned) => declarationOf(planned, plan.pack, DAY));

  it('have the shape that the contracts ask for', () => {
    const faultsOf = validatorOf(Declaration);
    expect(written.flatMap((declaration) => faultsOf(declaration))).toEqual([]);
  });

  it('are written the same each time, so that lodging again is no other declaration', () => {
    const again = declarationOf(planFor(country).declaration(7), plan.pack, DAY);
    expect(JSON.stringify(again)).toBe(JSON.stringify(written[7]));
  });

  it('name offices, countries and commodities of the pack, but for the slips', () => {
    const slips = all(plan).filter(({ goods }) => goods.slip);
    expect(slips.length).toBeGreaterThan(20);
    const offices = new Set(plan.pack.offices(DAY).map(({ code }) => code));
    expect(written.every(({ declarationOfficeID }) => offices.has(declarationOfficeID!))).toBe(true);
  });
});
