import { Module } from '@nestjs/common';
import { TimeReleaseConsumer } from './time-release.consumer';
import { TimeReleaseController } from './time-release.controller';

@Module({ controllers: [TimeReleaseConsumer, TimeReleaseController] })
export class TimeReleaseModule {}
