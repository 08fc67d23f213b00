import { declarations } from '@tonggwan/declarations';
import { runService } from '@tonggwan/service-host';

runService(declarations);
