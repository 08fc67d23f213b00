import { timeRelease } from '@tonggwan/time-release';
import { runService } from '@tonggwan/service-host';

runService(timeRelease);
