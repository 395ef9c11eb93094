import { Controller, Get, Query, Res, SerializeOptions } from '@nestjs/common';
import { ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import { DayReportQuery, DayReportSchema, type DayReport } from '@oneshelf/contracts';
import { CurrentActor, hasRole, Problem, type Role, Staff, type StaffActor, valueOf } from '@oneshelf/platform';
import type { FastifyReply } from 'fastify';
import { dayReportCsv } from './day-report-csv';
import { DayReportReader, type DayReportRefusal } from './day-report.query';

const STATUSES = { unknown_location: 404 } satisfies Record<DayReportRefusal['kind'], number>;
const READERS: Role[] = ['finance', 'operations', 'store_manager'];
/** No location has this id: only a role that holds everywhere fits it. */
const EVERYWHERE = 'everywhere';

@ApiTags('reports')
@Controller('reports')
export class DayReportController {
  constructor(private readonly report: DayReportReader) {}

  /** A business date of one location, or of all: a store's manager names the store. */
  @Get('day')
  @Staff(...READERS)
  @ApiResponse({ status: 200, standardSchema: DayReportSchema })
  @SerializeOptions({ schema: DayReportSchema })
  day(@CurrentActor() actor: StaffActor, @Query({ schema: DayReportQuery }) query: DayReportQuery): Promise<DayReport> {
    return this.read(actor, query);
  }

  @Get('day.csv')
  @Staff(...READERS)
  @ApiProduces('text/csv')
  async dayAsCsv(@CurrentActor() actor: StaffActor, @Query({ schema: DayReportQuery }) query: DayReportQuery, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const report = await this.read(actor, query);
    void reply.header('content-type', 'text/csv; charset=utf-8').header('content-disposition', `attachment; filename="day-${report.date}.csv"`);
    return dayReportCsv(report);
  }

  private async read(actor: StaffActor, { date, location }: DayReportQuery): Promise<DayReport> {
    if (!hasRole(actor, READERS, location ?? EVERYWHERE)) throw new Problem(403, 'not_allowed', 'Your role holds at other stores only. Choose one of them.');
    return valueOf(await this.report.run({ date, locationId: location ?? null, now: new Date() }), STATUSES);
  }
}
