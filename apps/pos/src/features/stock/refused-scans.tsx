import { Button, Notice } from '@oneshelf/ui';
import { useMessages, useTranslations } from 'use-intl';
import { useFormat } from '../../i18n/use-format';
import type { KeptCountScan } from '../../local/database';
import { database } from '../../local/runtime';
import { useTill } from '../../local/till-state';

/** Scans that the count could not take: they stay in sight until a person has read why. */
export function RefusedScans({ scans }: { scans: readonly KeptCountScan[] }) {
  const t = useTranslations('stock.count');
  const known = useMessages().stock.count.refused;
  const { quantity } = useFormat();
  const catalogue = useTill((state) => state.catalogue);
  if (scans.length === 0) return null;
  const reasonOf = (outcome: string | null) => (outcome !== null && outcome in known ? t(`refused.${outcome as keyof typeof known}`) : t('refused.unreadable'));
  return (
    <Notice tone="blocked" actions={<Button onPress={() => void database.countScans.bulkDelete(scans.map(({ id }) => id))}>{t('putAway')}</Button>}>
      <p>{t('refusedLead', { count: scans.length })}</p>
      <ul>{scans.slice(0, 5).map(({ id, scan, outcome }) => <li key={id}>{quantity(scan.quantityMilli)} × {catalogue?.byVariantId(scan.variantId)?.title ?? ''}: {reasonOf(outcome)}</li>)}</ul>
    </Notice>
  );
}
