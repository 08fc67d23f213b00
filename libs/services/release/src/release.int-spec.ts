import { packFor, queryAs, startTestService, type TestService } from '@tonggwan/testing';
import { release } from './index';

const about = { declarationId: '01890a5d-ac96-774b-bcce-b30209900001', version: 1, party: 'BROKER-1' };
const accepted = {
  ...{ ...about, lrn: 'LRN-1', mrn: 'MRN-1', lodgedAt: '2026-03-02T08:00:00Z', office: '40' },
  ...{ taxPointAt: '2026-03-02T08:00:00Z', taxPointBasis: 'lodging', dataSet: 'IMPORT' },
  ...{ goodsPresent: true, acceptedAt: '2026-03-02T08:00:00Z', conditions: ['control', 'payment', 'cargo'] },
  declaration: { functionalReferenceID: 'LRN-1' },
};
const assessedAt = '2026-03-02T08:00:01Z';
const screened = { ...about, channel: 'green', reasons: [], random: false, office: '40', assessedAt };
const amount = { amount: '12000', currency: 'KRW' };
const secured = { ...about, how: 'paid', amount, reference: 'BANK-1', securedAt: '2026-03-02T08:00:02Z' };

describe('release on a real database', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await startTestService(release, packFor('kr'));
  });
  afterAll(() => service.close());

  it('releases the goods when all that other services say has come', async () => {
    await service.publish(
      { type: 'DutySecured', data: secured },
      { type: 'RiskAssessed', data: screened },
      { type: 'DeclarationAccepted', data: accepted },
    );
    await service.eventually(async () => {
      const said = await queryAs(service.adminUrl, 'select type, data::jsonb as data from release.outbox');
      expect(said).toEqual([
        { type: 'GoodsReleased', data: expect.objectContaining({ ...about, mrn: 'MRN-1' }) as unknown },
      ]);
    });
  });
});
