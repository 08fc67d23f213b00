import type { Caller } from '@tonggwan/service-host';
import { packFor, queryAs, startTestService, type TestService } from '@tonggwan/testing';
import type { AssessmentInFull } from './domain/in-full';
import { taxAssessment } from './index';
import { koreanImport } from './korean-import.fixture';

const broker: Caller = { subject: 'b1', party: 'BROKER-1', roles: ['broker'] };
const stranger: Caller = { subject: 'b2', party: 'BROKER-2', roles: ['broker'] };
const officer: Caller = { subject: 'o1', party: 'CUSTOMS', roles: ['officer'] };

describe('tax-assessment on a real database', () => {
  let service: TestService;
  const { declarationId } = koreanImport();
  const door = `/declarations/${declarationId}/assessment`;

  beforeAll(async () => {
    service = await startTestService(taxAssessment, packFor('kr'));
    await service.publish(
      { type: 'DeclarationAccepted', data: koreanImport() },
      { type: 'DeclarationAccepted', data: koreanImport({ version: 2, value: '2000000' }) },
    );
    await service.eventually(async () => {
      expect(await queryAs(service.adminUrl, 'select type from tax_assessment.outbox')).toHaveLength(2);
    });
  });
  afterAll(() => service.close());

  it.each([
    ['its owner', broker],
    ['an officer', officer],
  ])('shows %s each amount of the latest version with how it came about', async (_, caller) => {
    const { status, body } = await service.call(caller, 'GET', door);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      ...{ status: 'assessed', version: 2, payable: { amount: '376000', currency: 'KRW' } },
      items: [{ lines: [{ tax: 'CUD', base: '2000000', rate: '8.0', amount: '160000' }, { tax: 'VAT' }] }],
    });
  });

  it('says of each line for itself how it came about, though the event says it once', async () => {
    const { body } = await service.call(broker, 'GET', door);
    const { items, ...rest } = body as AssessmentInFull;
    expect(items[0]!.lines[1]).toEqual({
      ...{ tax: 'VAT', base: '2160000', baseFormula: 'value + CUD', rate: '10', amount: '216000' },
      ...{ rule: 'VAT on value plus duty', rounding: 'exact, the sum of all items down to 10' },
      ...{ source: expect.stringContaining('Treasury Funds Act'), illustrative: true },
    });
    expect(rest).not.toHaveProperty('formulas');
    expect(rest).not.toHaveProperty('sources');
  });

  it('shows an earlier version where that is asked for', async () => {
    const { body } = await service.call(broker, 'GET', `${door}?version=1`);
    expect(body).toMatchObject({ version: 1, payable: { amount: '188000' } });
  });

  it.each([
    ['another party', stranger, door],
    ['its owner of a version that is not there', broker, `${door}?version=3`],
    ['its owner of another declaration', broker, '/declarations/nobody-knows/assessment'],
  ])('shows %s nothing', async (_, caller, path) => {
    expect((await service.call(caller, 'GET', path)).status).toBe(404);
  });

  it('says which parameter is wrong', async () => {
    const { status, body } = await service.call(broker, 'GET', `${door}?version=first`);
    expect(status).toBe(400);
    expect(body).toMatchObject({ errors: [{ pointer: 'version' }] });
  });
});
