import { DOORS } from '@tonggwan/gateway-app/doors';
import { SERVICES } from './services';

describe('the services', () => {
  it('have the doors that the gateway hands on, each its own', () => {
    const others = SERVICES.filter(({ name, routes }) => name !== 'gateway' && routes.length > 0);
    const doors = Object.fromEntries(others.map(({ name, routes }) => [name, routes]));
    expect(DOORS).toEqual(doors);
  });

  it('have one owner for each door', () => {
    const all = SERVICES.flatMap(({ routes }) => routes);
    expect(new Set(all).size).toBe(all.length);
  });

  it('stand in only at doors that another one has', () => {
    for (const { name, standIns = [] } of SERVICES) {
      const doorsOfOthers = SERVICES.filter((other) => other.name !== name).flatMap(({ routes }) => routes);
      expect(doorsOfOthers).toEqual(expect.arrayContaining([...standIns]));
    }
  });
});
