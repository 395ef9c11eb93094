import { Module } from '@nestjs/common';
import { DayReportController } from './day-report/day-report.controller';
import { InsightsModule } from './insights.module';
import { TodayController } from './today/today.controller';

@Module({ imports: [InsightsModule], controllers: [DayReportController, TodayController] })
export class InsightsHttpModule {}
