import { Module } from '@nestjs/common';
import { ReleaseConsumer } from './release.consumer';

@Module({ controllers: [ReleaseConsumer] })
export class ReleaseModule {}
