import { PriceCalendarScreen } from '../../../../../features/prices/calendar/price-calendar-screen';

export default async function PriceCalendarPage({ params }: { params: Promise<{ market: string }> }) {
  return <PriceCalendarScreen market={(await params).market} />;
}
