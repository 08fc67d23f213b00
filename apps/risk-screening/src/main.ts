import { riskScreening } from '@tonggwan/risk-screening';
import { runService } from '@tonggwan/service-host';

runService(riskScreening);
