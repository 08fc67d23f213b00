import { Recent } from '../engine/recent';
import type { StoredEvent } from '../event';
import type { DeliveredRecord } from './carrier';
import { fromRecord, toRecord } from './cloud-event';

const event: StoredEvent = {
  source: 'declarations',
  epoch: 1,
  bucket: 3,
  position: 17,
  key: 'KR-1',
  type: 'DeclarationAccepted',
  data: '{"declarationId":"KR-1"}',
  headers: { traceparent: '00-1-2-01' },
  at: '2026-01-01T00:00:00.000Z',
};

const read = (bucket: number, record: DeliveredRecord, recent = new Recent()) =>
  fromRecord(bucket, record, recent);

describe('an event on Kafka', () => {
  it('is a CloudEvent in binary mode: attributes in the headers, the data alone in the value', () => {
    expect(toRecord(event)).toEqual({
      key: 'KR-1',
      value: '{"declarationId":"KR-1"}',
      headers: {
        'content-type': 'application/json',
        ce_specversion: '1.0',
        ce_id: 'declarations.1/3/17',
        ce_source: 'declarations',
        ce_type: 'DeclarationAccepted',
        ce_time: '2026-01-01T00:00:00.000Z',
        traceparent: '00-1-2-01',
      },
    });
  });

  it('comes out as it went in', () => expect(read(3, toRecord(event))).toEqual(event));

  it('is not read again where this process has appended it', () => {
    const recent = new Recent();
    recent.enlist({ sources: ['declarations'], positionIn: () => 0 });
    recent.add([event]);
    expect(read(3, toRecord({ ...event, data: 'another copy' }), recent)).toBeUndefined();
  });

  it('is none of ours in another bucket, or when its headers contradict each other', () => {
    const record = toRecord(event);
    expect(read(4, record)).toBeUndefined();
    expect(read(3, { ...record, headers: { ...record.headers, ce_source: 'payments' } })).toBeUndefined();
    expect(read(3, { ...record, headers: {} })).toBeUndefined();
  });
});
