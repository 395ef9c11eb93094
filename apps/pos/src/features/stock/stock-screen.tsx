import { CountScreen } from './count-screen';
import { LookUpScreen } from './look-up-screen';
import { useStockPart } from './stock-parts';
import { TransfersScreen } from './transfers-screen';

/** The work on stock in this store: look up, count, send and receive. */
export function StockScreen() {
  const part = useStockPart((state) => state.part);
  if (part === 'count') return <CountScreen />;
  return part === 'transfers' ? <TransfersScreen /> : <LookUpScreen />;
}
