import type { TillPurchaseOrder } from '@oneshelf/contracts';
import { TextField } from '@oneshelf/ui';
import { useTranslations } from 'use-intl';
import { useFormat } from '../../i18n/use-format';
import type { TypedLot } from './receipt-lots';

/** The lot of what was counted without one; the day may stay empty where the lot is known. */
export function LotFields({ line, milli, value, onChange }: { line: TillPurchaseOrder['lines'][number]; milli: number; value: TypedLot; onChange: (value: TypedLot) => void }) {
  const t = useTranslations('receive');
  const { quantity } = useFormat();
  return (
    <div className="till-form-row">
      <TextField label={t('lotOf', { quantity: quantity(milli), title: line.title })} description={t('lotOfHint')} value={value.lotCode} onChange={(lotCode) => onChange({ ...value, lotCode })} maxLength={40} isRequired />
      <TextField label={t('expiresOn')} type="date" value={value.expiresOn} onChange={(expiresOn) => onChange({ ...value, expiresOn })} />
    </div>
  );
}
