'use client';
import { minorUnitDigits } from '@oneshelf/domain-kernel';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { PriceFloorList } from '@oneshelf/contracts';
import { type DataColumn, DataTable, EmptyState, IconButton, NumberField, Panel, SearchField, Skeleton } from '@oneshelf/ui';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useDeferredValue } from 'react';
import { ScreenError } from '../../screen-error';
import { sayDone } from '../../toasts';
import { useUrlState } from '../../use-url-state';
import { useMoney } from '../promotions/use-money';
import { FloorAdder } from './floor-adder';
import { ReadOnlyNote } from './read-only-note';
import styles from './settings.module.css';
import { priceFloors, setFloors } from './settings-queries';
import type { FloorChange } from './floor-change';

type Floor = PriceFloorList['items'][number];
/** Below which price of a product a publish of this market says so. */
export function PriceFloorsPanel({ market, mayEdit }: { market: string; mayEdit: boolean }) {
  const t = useTranslations('settings.floors');
  const [text, setText] = useUrlState('floor', '');
  const list = useQuery(priceFloors(market, useDeferredValue(text.trim())));
  const change = useFloorChange(market, list.data?.currency ?? 'GBP');
  return (
    <Panel title={t('title')}>
      <p className={styles.lead}>{t('lead')}</p>
      {mayEdit ? <FloorAdder floors={list.data} onChange={change.mutate} /> : <ReadOnlyNote roles={['finance']} />}
      {change.error ? <ScreenError error={change.error} onRetry={() => { change.reset(); void list.refetch(); }} /> : null}
      <div className={styles.tools}><SearchField label={t('search')} placeholder={t('search')} clearLabel={t('clear')} value={text} onChange={setText} /></div>
      {list.error ? <ScreenError error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.isPending ? <Skeleton lines={4} height={32} /> : null}
      {list.data ? <Found list={list.data} isSought={text.trim() !== ''} mayEdit={mayEdit} onChange={change.mutate} /> : null}
    </Panel>
  );
}

function useFloorChange(market: string, currency: string) {
  const t = useTranslations('settings.floors');
  const settings = useTranslations('settings');
  const client = useQueryClient();
  const money = useMoney(currency);
  const change = useMutation({
    mutationFn: ({ variantId, amountMinor, seenMinor }: FloorChange) => setFloors(market, [{ variantId, amountMinor, seenMinor }]),
    onSuccess: async (_, { variantId, sku, amountMinor, seenMinor }) => {
      await client.invalidateQueries({ queryKey: priceFloors(market, '').queryKey.slice(0, -1) });
      await client.refetchQueries({ predicate: ({ queryKey }) => JSON.stringify(queryKey).includes('price-floors') });
      sayDone({ text: amountMinor === null ? t('ended', { sku }) : t('saved', { sku, amount: money(amountMinor) }), action: { label: settings('undo'), onPress: () => change.mutate({ variantId, sku, amountMinor: seenMinor, seenMinor: amountMinor }) } });
    },
  });
  return change;
}

function Found({ list, isSought, mayEdit, onChange }: { list: PriceFloorList; isSought: boolean; mayEdit: boolean; onChange: (change: FloorChange) => void }) {
  const t = useTranslations('settings.floors');
  const money = useMoney(list.currency);
  if (list.items.length === 0) return isSought ? <EmptyState title={t('nothingFound.title')}>{t('nothingFound.text')}</EmptyState> : <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>;
  const columns: DataColumn<Floor>[] = [
    { id: 'sku', header: t('sku'), isRowHeader: true, cell: (floor) => <strong>{floor.sku || floor.variantId}</strong> },
    { id: 'title', header: t('product'), cell: (floor) => floor.title || t('gone') },
    { id: 'amount', header: t('floor'), align: 'end', cell: (floor) => (mayEdit ? <FloorCell key={floor.amountMinor} floor={floor} currency={list.currency} onChange={onChange} /> : money(floor.amountMinor)) },
  ];
  return (
    <>
      <DataTable caption={t('title')} columns={columns} rows={list.items} rowKey={(floor) => floor.variantId} />
      {list.total > list.items.length ? <p className={styles.quiet}>{t('more', { shown: list.items.length, total: list.total })}</p> : null}
    </>
  );
}

/** Written when the field is left; the cross ends it. */
function FloorCell({ floor: { variantId, sku, amountMinor }, currency, onChange }: { floor: Floor; currency: string; onChange: (change: FloorChange) => void }) {
  const t = useTranslations('settings.floors');
  const scale = 10 ** minorUnitDigits(currency);
  return (
    <span className={styles.floor}>
      <NumberField
        label={t('floorOf', { sku })} labelHidden minValue={0} maxValue={10_000_000} formatOptions={{ style: 'currency', currency }} defaultValue={amountMinor / scale}
        onChange={(amount) => { if (Number.isFinite(amount) && Math.round(amount * scale) !== amountMinor) onChange({ variantId, sku, amountMinor: Math.round(amount * scale), seenMinor: amountMinor }); }}
      />
      <IconButton quiet label={t('end', { sku })} icon={<X size={16} aria-hidden="true" />} onPress={() => onChange({ variantId, sku, amountMinor: null, seenMinor: amountMinor })} />
    </span>
  );
}
