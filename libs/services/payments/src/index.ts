import type { ServiceDefinition } from '@tonggwan/service-host';
import { LedgerTables1793750400001 } from './database/ledger-tables';
import { StateTables1793750400000 } from './database/state-tables';
import { PaymentsModule } from './payments.module';
import { accounts, obligations, receipts } from './payments.tables';

export const payments: ServiceDefinition = {
  name: 'payments',
  module: PaymentsModule,
  tables: [obligations, accounts, receipts],
  migrations: [StateTables1793750400000, LedgerTables1793750400001],
  gathering: { ms: 50, busyMs: 500, atOnce: ['tax-assessment'] },
  routes: ['GET /notices', 'POST /payments', 'GET /accounts', 'POST /accounts'],
};

export { Bookkeeping } from './bookkeeping';
export { AccountsController } from './doors/accounts.controller';
export { PaymentsController } from './doors/payments.controller';
