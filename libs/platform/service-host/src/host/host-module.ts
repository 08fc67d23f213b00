import type { DynamicModule } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { Tokens } from '../auth/tokens';
import { Commands } from '../database/commands';
import { Lookups } from '../database/lookups';
import { LogController } from '../log/log.controller';
import { OwnLog } from '../log/own-log';
import { CLOCK, PACK, RANDOM } from '../ports';
import type { ServiceDefinition } from '../service';
import type { Environment } from './environment';

/** Gives a service what it asks for. */
@Module({})
export class HostModule {
  static around(
    definition: ServiceDefinition,
    { clock, random, pack, tokens }: Environment,
    commands: Commands,
    lookups: Lookups,
    log: OwnLog,
  ): DynamicModule {
    const providers = [
      { provide: CLOCK, useValue: clock },
      { provide: RANDOM, useValue: random },
      { provide: PACK, useValue: pack },
      { provide: Tokens, useValue: tokens },
      { provide: Commands, useValue: commands },
      { provide: Lookups, useValue: lookups },
      { provide: OwnLog, useValue: log },
    ];
    const around = { module: HostModule, global: true, providers, exports: providers };
    return { ...around, imports: [definition.module], controllers: [LogController] };
  }
}
