import { holdSale } from '../../local/drafts';
import { newId } from '../../local/new-id';
import { clock } from '../../local/runtime';
import { useView } from '../../shell/view';
import { cartContent, clearCart, useCart } from './cart';

/** Puts the sale aside on this till and begins an empty one. The lines are stored before they leave the screen. */
export async function holdCart(): Promise<void> {
  const { quote } = useCart.getState();
  await holdSale({ id: newId(), heldAt: clock.now(), staffName: useView.getState().staff?.name ?? '', totalMinor: quote?.totalMinor ?? 0, ...cartContent() });
  clearCart();
}
