import { Controller, Get, Query, Res, SerializeOptions } from '@nestjs/common';
import { ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import { StockValuationAnswer, StockValuationQuery as ValuationQuery } from '@oneshelf/contracts';
import { CurrentActor, hasRole, Problem, type Role, Staff, type StaffActor } from '@oneshelf/platform';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import type { FastifyReply } from 'fastify';
import { StockValuationQuery, type ValuationAsk } from './stock-valuation.query';
import { valuationCsv } from './valuation-csv';
import { ValuedLevels } from './valued-levels.query';

const READERS: Role[] = ['finance', 'operations', 'merchandiser', 'store_manager'];

@ApiTags('stock')
@Controller('stock')
export class ValuationController {
  constructor(
    private readonly valuation: StockValuationQuery,
    private readonly organisation: OrganisationDirectory,
    private readonly valued: ValuedLevels,
  ) {}

  /** What stock was worth at an instant, by location and department. A store's manager sees the own store. */
  @Get('valuation')
  @Staff(...READERS)
  @ApiResponse({ status: 200, standardSchema: StockValuationAnswer })
  @SerializeOptions({ schema: StockValuationAnswer })
  async show(@CurrentActor() actor: StaffActor, @Query({ schema: ValuationQuery }) query: ValuationQuery): Promise<StockValuationAnswer> {
    return this.valuation.run(await this.askOf(actor, query));
  }

  @Get('valuation.csv')
  @Staff(...READERS)
  @ApiProduces('text/csv')
  async file(@CurrentActor() actor: StaffActor, @Query({ schema: ValuationQuery }) query: ValuationQuery, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const ask = await this.askOf(actor, query);
    void reply.header('content-type', 'text/csv; charset=utf-8').header('content-disposition', `attachment; filename="stock-value-${ask.at.toISOString().slice(0, 10)}.csv"`);
    return valuationCsv(await this.valued.run(ask));
  }

  private async askOf(actor: StaffActor, { at, location, method }: ValuationQuery): Promise<ValuationAsk> {
    const own = (await this.organisation.locations()).filter(({ id }) => hasRole(actor, READERS, id));
    if (location && !(await this.organisation.findLocation(location))) throw new Problem(404, 'unknown_location', 'There is no location with this id.');
    if (location && !own.some(({ id }) => id === location)) throw new Problem(403, 'not_allowed_here', 'Your role holds at other stores only. Choose one of them.');
    const now = new Date();
    if (at && new Date(at) > now) throw new Problem(400, 'not_yet', 'Choose a moment that has been: what stock will be worth is not known.');
    const everywhere = own.length === (await this.organisation.locations()).length;
    return { at: at ? new Date(at) : now, locationIds: location ? [location] : own.map(({ id }) => id), method, withTransit: !location && everywhere };
  }
}
