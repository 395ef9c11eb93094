import { StockSheetScreen } from '../../../../features/stock-work/stock-sheet-screen';

export default function Page() {
  return <StockSheetScreen />;
}
