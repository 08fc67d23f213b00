import { Module } from '@nestjs/common';
import { Bookkeeping } from './bookkeeping';
import { AccountsController } from './doors/accounts.controller';
import { NoticesController } from './doors/notices.controller';
import { PaymentsController } from './doors/payments.controller';
import { PaymentsConsumer } from './payments.consumer';

@Module({
  controllers: [PaymentsConsumer, NoticesController, PaymentsController, AccountsController],
  providers: [Bookkeeping],
})
export class PaymentsModule {}
