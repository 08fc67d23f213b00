import { gateway } from '@tonggwan/gateway';
import { runService } from '@tonggwan/service-host';

runService(gateway);
