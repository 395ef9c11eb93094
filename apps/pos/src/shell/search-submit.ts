import { sellVariant } from '../features/sell/sell-code';
import { tillState } from '../local/till-state';
import { goTo, goToReturn, useView } from './view';

/** Enter in the search box: a code or the first find is sold; at the returns desk the text is looked up. */
export function searchSubmit(text: string): void {
  const { screen, setQuery } = useView.getState();
  const wanted = text.trim();
  if (wanted === '') return;
  if (screen === 'returns') {
    setQuery('');
    return goToReturn(wanted);
  }
  // The other screens filter as one types.
  if (screen === 'orders' || screen === 'pickups' || screen === 'stock' || screen === 'sync') return;
  const { catalogue, shift } = tillState.getState();
  const product = catalogue?.byCode(wanted) ?? catalogue?.search(wanted, 1)[0];
  if (!product || !shift) return;
  goTo('sell');
  sellVariant(product.variantId);
  setQuery('');
}
