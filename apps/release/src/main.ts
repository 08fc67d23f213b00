import { release } from '@tonggwan/release';
import { runService } from '@tonggwan/service-host';

runService(release);
