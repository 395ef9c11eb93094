import { DayReportScreen } from '../../../../features/reports/day-report-screen';

export default function DayReportPage() {
  return <DayReportScreen />;
}
