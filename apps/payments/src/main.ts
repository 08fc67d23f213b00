import { payments } from '@tonggwan/payments';
import { runService } from '@tonggwan/service-host';

runService(payments);
