'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { PriceClashes } from '@oneshelf/contracts';
import { Button, DataTable, Money, Panel, type DataColumn } from '@oneshelf/ui';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { ScreenError } from '../../../screen-error';
import { sayDone } from '../../../toasts';
import { useMarket } from '../use-market';
import styles from './review.module.css';
import { ofMarket, settleClashes } from './review-queries';

type Clash = PriceClashes['items'][number];
type Keep = 'mine' | 'theirs';

/** Rows at first; "for all" means all of them. */
const SHOWN = 100;

/** Prices that somebody else changed since the draft began, and the choice for each. */
export function ClashesPanel({ market, clashes }: { market: string; clashes: PriceClashes }) {
  const t = useTranslations('price-review.clashes');
  const settle = useSettle(market);
  const { items } = clashes;
  const columns = useClashColumns(market, clashes.currency, (clash, keep) => settle.mutate({ items: [clash], keep }));
  if (items.length === 0) return null;
  return (
    <Panel title={t('title', { count: clashes.count })}>
      <div className={styles.stack}>
        <p className={styles.hint}>{t('text')}</p>
        {items.some(({ by }) => by?.isScheduled) ? <p className={styles.hint}>{t('scheduledText')}</p> : null}
        <div className={styles.acts}>
          <Button size="small" isPending={settle.isPending} onPress={() => settle.mutate({ items, keep: 'mine' })}>{t('allMine', { count: items.length })}</Button>
          <Button size="small" isPending={settle.isPending} onPress={() => settle.mutate({ items, keep: 'theirs' })}>{t('allTheirs', { count: items.length })}</Button>
        </div>
        {clashes.count > SHOWN ? <p className={styles.hint}>{t('more', { shown: Math.min(SHOWN, items.length), count: clashes.count, loaded: items.length })}</p> : null}
        {settle.error ? <ScreenError error={settle.error} /> : null}
        <DataTable caption={t('caption')} columns={columns} rows={items.slice(0, SHOWN)} rowKey={keyOf} rowTone={() => 'waiting'} />
      </div>
    </Panel>
  );
}

const keyOf = ({ versionId, variantId, fromMilli }: Clash): string => `${versionId} ${variantId} ${fromMilli}`;

function useClashColumns(market: string, currency: string, choose: (clash: Clash, keep: Keep) => void): readonly DataColumn<Clash>[] {
  const t = useTranslations('price-review.clashes');
  const locale = useLocale();
  const format = useFormatter();
  const { timeZone } = useMarket(market);
  const amount = (amountMinor: number | null) => (amountMinor === null ? t('none') : <Money amountMinor={amountMinor} currency={currency} locale={locale} />);
  const by = ({ by: maker }: Clash) => (maker === null ? null : <small>{t('by', { number: maker.number, name: maker.name, when: format.dateTime(new Date(maker.at), { dateStyle: 'medium', timeStyle: 'short', timeZone }) })}</small>);
  return [
    { id: 'product', header: t('product'), cell: (row) => <>{row.title}<small>{row.sku} · {row.bookName}</small></> },
    { id: 'begun', header: t('begun'), align: 'end', cell: (row) => amount(row.begunMinor) },
    { id: 'theirs', header: t('live'), align: 'end', cell: (row) => <>{amount(row.theirsMinor)}{row.by?.isScheduled ? <small>{t('first')}</small> : null}{by(row)}</> },
    { id: 'yours', header: t('yours'), align: 'end', cell: (row) => <strong>{amount(row.mineMinor)}</strong> },
    { id: 'act', header: <span className="os-hidden">{t('mine')}</span>, align: 'end', cell: (row) => (
      <div className={styles.acts}>
        <Button size="small" aria-label={t('mineOf', { sku: row.sku })} onPress={() => choose(row, 'mine')}>{t('mine')}</Button>
        <Button size="small" variant="quiet" aria-label={t('theirsOf', { sku: row.sku })} onPress={() => choose(row, 'theirs')}>{t('theirs')}</Button>
      </div>
    ) },
  ];
}

function useSettle(market: string) {
  const t = useTranslations('price-review.clashes');
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ items, keep }: { items: readonly Clash[]; keep: Keep }) =>
      settleClashes(market, { choices: items.slice(0, 10_000).map(({ versionId, variantId, fromMilli, theirsMinor }) => ({ versionId, variantId, fromMilli, theirsMinor, keep })) }),
    onSuccess: ({ settled }) => sayDone({ text: t('settled', { count: settled }) }),
    // Also after a no: somebody published meanwhile.
    onSettled: () => client.invalidateQueries({ queryKey: ofMarket(market) }),
  });
}
