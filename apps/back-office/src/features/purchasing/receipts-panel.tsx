'use client';
import type { PurchaseOrderDetail } from '@oneshelf/contracts';
import { Button, formatQuantity, Money, Panel, Tag } from '@oneshelf/ui';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useDirectory, zoneOf } from '../../directory';
import { useTimes } from '../../use-times';
import { LandedCostDialog } from './landed-cost-dialog';
import styles from './purchasing.module.css';

type Receipt = PurchaseOrderDetail['receipts'][number];

/** What came and when, what it is worth here, and what it cost to get it here. */
export function ReceiptsPanel({ order }: { order: PurchaseOrderDetail }) {
  const t = useTranslations('purchasing');
  const [landing, setLanding] = useState<Receipt | null>(null);
  if (order.receipts.length === 0) return null;
  return (
    <Panel title={t('receipts.title')}>
      {order.receipts.map((receipt) => <ReceiptRow key={receipt.id} order={order} receipt={receipt} onLand={() => setLanding(receipt)} />)}
      {landing ? <LandedCostDialog order={order} receipt={landing} onClose={() => setLanding(null)} /> : null}
    </Panel>
  );
}

function ReceiptRow({ order, receipt, onLand }: { order: PurchaseOrderDetail; receipt: Receipt; onLand: () => void }) {
  const t = useTranslations('purchasing');
  const locale = useLocale();
  const times = useTimes(zoneOf(useDirectory(), order));
  const sum = (of: (line: Receipt['lines'][number]) => number) => receipt.lines.reduce((total, line) => total + of(line), 0);
  const money = (amountMinor: number) => <Money amountMinor={amountMinor} currency={order.marketCurrency} locale={locale} />;
  const states = (['good', 'damaged', 'checked'] as const).map((state) => ({ state, milli: sum((line) => line[`${state}Milli`]) })).filter(({ milli }) => milli > 0);
  const weightMilli = sum((line) => line.weightMilli ?? 0);
  return (
    <div className={styles.receipt}>
      <p><strong><time dateTime={receipt.receivedAt}>{times.dayTime(receipt.receivedAt)}</time></strong> · {t('receipts.by', { name: receipt.receivedBy })} · {t(`receipts.${receipt.source}`)} {receipt.isFinal ? <Tag>{t('receipts.final')}</Tag> : null}</p>
      <p>{states.map(({ state, milli }) => <Tag key={state} tone={state === 'good' ? 'done' : state === 'damaged' ? 'blocked' : 'waiting'}>{t(`receipts.${state}`, { quantity: formatQuantity(milli, locale) })}</Tag>)} {weightMilli > 0 ? `${formatQuantity(weightMilli, locale, 'kg')} · ` : ''}{t('receipts.worth')} {money(receipt.valueMinor)}{receipt.landedMinor > 0 ? <> · {t('receipts.landed')} {money(receipt.landedMinor)}</> : null}</p>
      {receipt.note === '' ? null : <p>{receipt.note}</p>}
      {receipt.landedCosts.map((cost) => <p key={cost.id}><small>{t(`landed.kinds.${cost.kind}`)} {money(cost.amountMinor)} · {t(`landed.by.${cost.basis}`)} · {cost.actor}{cost.note === '' ? '' : ` · ${cost.note}`}</small></p>)}
      {receipt.lines.length > 0 ? <div><Button size="small" onPress={onLand}>{t('landed.add')}</Button></div> : null}
    </div>
  );
}
