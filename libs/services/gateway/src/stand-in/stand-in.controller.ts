import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { CountryPack } from '@tonggwan/country-pack';
import { type Caller, CallerOf, PACK, Problem } from '@tonggwan/service-host';
import type { Lodgement } from '../domain/lodgement';
import { Standings } from '../intake/standings';
import { type LodgementView, viewOf } from './lodgement-view';

/** Whoever was given an id finds something under it, also while the declarations service has not heard of it. */
@ApiExcludeController()
@Controller('declarations')
export class StandInController {
  constructor(
    private readonly standings: Standings,
    @Inject(PACK) private readonly pack: CountryPack,
  ) {}

  @Get(':id')
  async show(@CallerOf() caller: Caller, @Param('id') id: string): Promise<LodgementView> {
    return viewOf(id, await this.find(caller, id), this.pack);
  }

  @Get(':id/timeline')
  async timeline(@CallerOf() caller: Caller, @Param('id') id: string): Promise<object> {
    const { receivedAt } = await this.find(caller, id);
    return { id, timeline: [{ at: receivedAt, what: 'lodged', actor: 'trader' }] };
  }

  private async find(caller: Caller, id: string): Promise<Lodgement> {
    const lodgement = await this.standings.shownTo(caller, id);
    if (!lodgement) throw Problem.notFound('declaration');
    return lodgement;
  }
}
