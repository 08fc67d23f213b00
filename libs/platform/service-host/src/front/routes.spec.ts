import { Routes, routesOf } from './routes';

const routes = new Routes([
  ...routesOf(['POST /declarations', 'GET /declarations/:id/answers'], 'gateway'),
  ...routesOf(['GET /declarations/:id', 'GET /nobody/:id'], 'gateway', true),
  ...routesOf(['GET /declarations', 'GET /declarations/:id'], 'declarations'),
]);

describe('one port for all doors', () => {
  it.each([
    ['POST', '/declarations', 'gateway'],
    ['GET', '/declarations?lrn=A%2F1', 'declarations'],
    ['GET', '/declarations/42', 'declarations'],
    ['HEAD', '/declarations/42', 'declarations'],
    ['GET', '/declarations/42/answers?limit=5', 'gateway'],
    ['GET', '/declarations/42/', 'declarations'],
  ])('hands %s %s to %s', (method, path, service) => {
    expect(routes.find(method, path)?.owner).toBe(service);
  });

  it.each([
    ['DELETE', '/declarations/42'],
    ['GET', '/declarations/42/answers/1'],
    ['GET', '/'],
    ['GET', '/nobody/42'],
  ])('knows nobody for %s %s', (method, path) => {
    expect(routes.find(method, path)).toBeUndefined();
  });

  it('knows who stands in for the owner, where somebody does', () => {
    expect(routes.find('HEAD', '/declarations/42')).toEqual({ owner: 'declarations', standIn: 'gateway' });
    expect(routes.find('GET', '/declarations')).toEqual({ owner: 'declarations' });
  });

  it('does not let two services have one door', () => {
    const twice = [...routesOf(['GET /a/:x'], 'one'), ...routesOf(['GET /a/:y'], 'other')];
    expect(() => new Routes(twice)).toThrow('two services want GET /a/:y');
  });
});
