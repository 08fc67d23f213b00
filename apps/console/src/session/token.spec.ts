import { bearerOf, decidesCases, isStaff, supervises } from './token';

const tokenWith = (claims: object) =>
  `head.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.signature`;

describe('a pasted token', () => {
  const claims = { sub: 'o1', party: '서울세관', roles: ['officer'] };

  it('tells who bears it, with or without the word Bearer and the blanks around it', () => {
    const token = tokenWith(claims);
    expect(bearerOf(` Bearer ${token}\n`)).toEqual({
      token,
      subject: 'o1',
      party: '서울세관',
      roles: ['officer'],
    });
  });

  it.each(['', 'no token', 'a.b.c', tokenWith({ sub: 'o1' }), tokenWith([]), `x.${btoa('null')}.y`])(
    'is refused when it names nobody: %p',
    (text) => expect(bearerOf(text)).toBeUndefined(),
  );

  it('lets customs see channels, officers decide, and supervisors take over', () => {
    const bearer = (role: string) => bearerOf(tokenWith({ ...claims, roles: [role] }))!;
    expect([isStaff(bearer('auditor')), decidesCases(bearer('auditor'))]).toEqual([true, false]);
    expect([isStaff(bearer('broker')), decidesCases(bearer('officer'))]).toEqual([false, true]);
    expect([supervises(bearer('officer')), supervises(bearer('supervisor'))]).toEqual([false, true]);
  });
});
