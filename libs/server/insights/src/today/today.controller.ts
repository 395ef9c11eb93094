import { Controller, Get, SerializeOptions } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { TodaySchema, type Today } from '@oneshelf/contracts';
import { Staff } from '@oneshelf/platform';
import { TodayQuery } from './today.query';

@ApiTags('reports')
@Controller('today')
export class TodayController {
  constructor(private readonly today: TodayQuery) {}

  /** What needs a person now. */
  @Get()
  @Staff()
  @ApiResponse({ status: 200, standardSchema: TodaySchema })
  @SerializeOptions({ schema: TodaySchema })
  read(): Promise<Today> {
    return this.today.run(new Date());
  }
}
