export { DayReportReader } from './day-report/day-report.query';
export { InsightsHttpModule } from './insights-http.module';
export { InsightsModule } from './insights.module';
export { IsvQuery } from './measure-isv/isv.query';
export { TodayQuery } from './today/today.query';
