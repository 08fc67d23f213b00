import { Module } from '@nestjs/common';
import { DeclarationsConsumer } from './declarations.consumer';
import { DeclarationRows } from './doors/declaration-rows';
import { DeclarationsController } from './doors/declarations.controller';
import { RequestsController } from './doors/requests.controller';
import { LodgementsConsumer } from './lodgements.consumer';

@Module({
  controllers: [LodgementsConsumer, DeclarationsConsumer, DeclarationsController, RequestsController],
  providers: [DeclarationRows],
})
export class DeclarationsModule {}
