import type { ReactNode } from 'react';
import { OrdersScreen } from '../features/orders/orders-screen';
import { PickupsScreen } from '../features/pickup/pickups-screen';
import { ReceiveScreen } from '../features/receive/receive-screen';
import { ReturnsScreen } from '../features/return/returns-screen';
import { ShiftScreen } from '../features/shift/shift-screen';
import { StockScreen } from '../features/stock/stock-screen';
import { SyncScreen } from '../features/sync-status/sync-screen';
import { WithQueries } from './queries';
import type { Screen } from './view';

const screens: Record<Exclude<Screen, 'sell'>, () => ReactNode> = {
  pickups: PickupsScreen, returns: ReturnsScreen, orders: OrdersScreen, stock: StockScreen, receive: ReceiveScreen, shift: ShiftScreen, sync: SyncScreen,
};

/** Everything but selling: loaded after the sell screen stands. */
export function Desk({ screen }: { screen: Exclude<Screen, 'sell'> }) {
  const Chosen = screens[screen];
  return <WithQueries><Chosen /></WithQueries>;
}
