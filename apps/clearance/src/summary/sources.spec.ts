import { release } from '@tonggwan/release';
import { timeRelease } from '@tonggwan/time-release';
import { SERVICES } from '../services';
import { sourcesOf } from './sources';

describe('the services that a service listens to', () => {
  it('are all that its handlers name', () => {
    expect(sourcesOf(release)).toEqual([
      'casework',
      'declarations',
      'gateway',
      'payments',
      'risk-screening',
      'tax-assessment',
    ]);
  });

  it('are some for each service, and never itself alone', () => {
    const none = SERVICES.filter((service) => sourcesOf(service).length === 0);
    expect(none).toEqual([]);
    expect(sourcesOf(timeRelease)).toContain('release');
  });
});
