import { ingressPaths } from './routing';

const doorsOf = (...services: Parameters<typeof ingressPaths>[0]) =>
  ingressPaths(services).filter(({ path }) => ['/cases', '/declarations'].includes(path));

describe('the paths of an Ingress', () => {
  it('lead a path that one service owns straight to it, with all that is below', () => {
    const casework = { name: 'casework', routes: ['GET /cases', 'POST /cases/:id/claim'] };
    expect(doorsOf(casework)).toEqual([{ path: '/cases', pathType: 'Prefix', service: 'casework' }]);
  });

  it('lead a path that services share by method or below a parameter to the gateway', () => {
    const gateway = { name: 'gateway', routes: ['POST /declarations'] };
    const declarations = { name: 'declarations', routes: ['GET /declarations/:id'] };
    expect(doorsOf(declarations, gateway)).toEqual([
      { path: '/declarations', pathType: 'Prefix', service: 'gateway' },
    ]);
  });

  it('lead a path at which a service stands in for its owner to the gateway', () => {
    const gateway = { name: 'gateway', routes: [], standIns: ['GET /declarations/:id'] };
    const declarations = { name: 'declarations', routes: ['GET /declarations/:id'] };
    expect(doorsOf(declarations, gateway)).toEqual([
      { path: '/declarations', pathType: 'Prefix', service: 'gateway' },
    ]);
  });

  it('never lead to health or metrics', () => {
    const paths = ingressPaths([]).map(({ path, pathType }) => `${pathType} ${path}`);
    expect(paths).not.toContain('Prefix /');
    expect(paths.join()).not.toMatch(/metrics|health/);
  });
});
