import { casework } from '@tonggwan/casework';
import { runService } from '@tonggwan/service-host';

runService(casework);
