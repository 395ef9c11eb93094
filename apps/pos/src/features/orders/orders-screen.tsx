import { Button, EmptyState } from '@oneshelf/ui';
import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import { Button as PlainButton } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import { useFormat } from '../../i18n/use-format';
import { useLive } from '../../local/live';
import { recentSales, type ListedSale } from '../../local/recent';
import { goToReturn, useView } from '../../shell/view';
import { ReceiptActs, SaleReceipt } from '../pay/sale-receipt';

const tones = { waiting: 'waiting', applied: 'done', refused: 'blocked' } as const;

/** The last sales of this till, from the till itself: also with no network. */
export function OrdersScreen() {
  const t = useTranslations('orders');
  const { dateTime, money, quantity } = useFormat();
  const sales = useLive(recentSales) ?? [];
  const query = useView((view) => view.query).trim().toLowerCase();
  const [chosenId, setChosenId] = useState<string | null>(null);
  const found = sales.filter(({ sale }) => query === '' || `${sale.receiptNumber} ${sale.payload.lineTexts.map(({ title, sku }) => `${title} ${sku}`).join(' ')}`.toLowerCase().includes(query));
  const chosen = sales.find(({ sale }) => sale.saleId === chosenId) ?? null;
  return (
    <>
      <main className="till-main">
        <h1>{t('title')}</h1>
        <p className="till-lead">{t('lead')}</p>
        {sales.length === 0 ? <EmptyState title={t('none')}>{t('noneLead')}</EmptyState> : null}
        {sales.length > 0 && found.length === 0 ? <EmptyState title={t('noFinds', { count: sales.length })} action={<Button onPress={() => useView.setState({ query: '' })}>{t('clearSearch')}</Button>} /> : null}
        <ul className="till-list">
          {found.map(({ sale, state, hasDiscrepancy }) => (
            <li key={sale.saleId}>
              <PlainButton className="till-entry" data-tone={tones[state]} aria-pressed={sale.saleId === chosenId} onPress={() => setChosenId(sale.saleId)}>
                <span className="till-entry-status">{t(hasDiscrepancy ? 'states.discrepancy' : `states.${state}`)}</span>
                <span className="till-entry-text"><strong>{sale.receiptNumber}</strong>{dateTime(sale.soldAt)} · {t('items', { count: pieces(sale.payload.quote.lines) / 1000, quantity: quantity(pieces(sale.payload.quote.lines)) })}</span>
                <span className="till-entry-where">{money(sale.payload.quote.totalMinor)}</span>
              </PlainButton>
            </li>
          ))}
        </ul>
      </main>
      <SalePane chosen={chosen} />
    </>
  );
}

const pieces = (lines: readonly { quantityMilli: number }[]): number => lines.reduce((sum, { quantityMilli }) => sum + quantityMilli, 0);

function SalePane({ chosen }: { chosen: ListedSale | null }) {
  const t = useTranslations('orders');
  return (
    <aside className="till-side" aria-label={t('receipt')}>
      {chosen === null ? <p className="till-muted">{t('choose')}</p> : (
        <div className="till-stack" style={{ overflow: 'auto' }}>
          <SaleReceipt sale={chosen.sale} isCopy />
          <Button icon={<Undo2 size={20} aria-hidden="true" />} onPress={() => goToReturn(chosen.sale.receiptNumber)}>{t('return')}</Button>
          <ReceiptActs sale={chosen.sale} />
        </div>
      )}
    </aside>
  );
}
