export { DayReportReader } from './day-report/day-report.query';
export { InsightsHttpModule } from './insights-http.module';
export { InsightsModule } from './insights.module';
export { IsvQuery } from './measure-isv/isv.query';
export { ReplayDraftUseCase } from './replay-draft/replay-draft.use-case';
export { ReplayNightUseCase } from './replay-quotes/replay-night.use-case';
export { type DifferingQuote, ReplayQuotesUseCase } from './replay-quotes/replay-quotes.use-case';
export { SampleIsvUseCase } from './sample-isv/sample-isv.use-case';
export { TodayQuery } from './today/today.query';
