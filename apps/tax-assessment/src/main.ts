import { taxAssessment } from '@tonggwan/tax-assessment';
import { runService } from '@tonggwan/service-host';

runService(taxAssessment);
