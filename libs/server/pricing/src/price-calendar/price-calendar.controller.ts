import { Controller, Get, Param, Query, SerializeOptions } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { PriceCalendar, PriceCalendarQuery as Range } from '@oneshelf/contracts';
import { Staff } from '@oneshelf/platform';
import * as z from 'zod';
import { PriceCalendarQuery } from './price-calendar.query';

@ApiTags('pricing')
@Controller('markets/:market/price-calendar')
export class PriceCalendarController {
  constructor(private readonly calendar: PriceCalendarQuery) {}

  @Get()
  @Staff('merchandiser', 'finance', 'operations')
  @ApiResponse({ status: 200, standardSchema: PriceCalendar })
  @SerializeOptions({ schema: PriceCalendar })
  read(@Param('market', { schema: z.string().regex(/^[A-Z]{2}$/) }) market: string, @Query({ schema: Range }) { from, to }: Range): Promise<PriceCalendar> {
    return this.calendar.run(market, { from: new Date(from), to: new Date(to) });
  }
}
