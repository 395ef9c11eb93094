import { StockChanged } from '@oneshelf/contracts';
import { publish, type Tx } from '@oneshelf/platform';

/** Says that what is held of these has changed, once; of nothing, nothing. */
export async function tellHeld(tx: Tx, variantIds: readonly string[]): Promise<void> {
  const [first] = variantIds;
  if (first) await publish(tx, { type: StockChanged, key: first, payload: { variantIds: [...new Set(variantIds)], causeKind: 'hold', causeId: first } });
}
