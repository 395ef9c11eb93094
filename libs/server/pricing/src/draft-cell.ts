import type { DraftCell } from '@oneshelf/contracts';
import type { EditedCell } from './draft-edit.repository';

/** A cell as an open sheet hears of it. */
export const draftCell = ({ variantId, fromMilli, amountMinor, changedBy, changedAt }: EditedCell): DraftCell => ({ variantId, fromMilli, amountMinor, changedBy, changedAt: changedAt?.toISOString() ?? null });
