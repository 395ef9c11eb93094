'use client';
import { minorUnitDigits } from '@oneshelf/domain-kernel';
import { IconButton, NumberField, Panel, Select, TextField } from '@oneshelf/ui';
import { useQueries } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { apiQuery } from '../../../api';
import { useDirectory } from '../../../directory';
import { NamesBlank } from '../builder/blanks';
import { ProductPicker } from '../product-picker';
import styles from '../promotions.module.css';
import { useMarkets } from '../use-markets';
import type { SimulationState } from './simulation-state';

type Props = { state: SimulationState; zone: string; onChange: (change: Partial<SimulationState>) => void };

const NONE = 'none';

/** What is in the cart, where and when it is bought, and by whom. */
export function CartPanel({ state, zone, onChange }: Props) {
  const t = useTranslations('promotion-desk.simulator');
  const add = (variantId: string) => onChange({ items: state.items.some((item) => item.variantId === variantId) ? state.items.map((item) => (item.variantId === variantId ? { ...item, quantity: item.quantity + 1 } : item)) : [...state.items, { variantId, quantity: 1 }] });
  return (
    <>
      <Panel title={t('cart')}>
        <div className={styles.stack}>
          <ProductPicker label={t('add')} by="variant" onPick={({ variantId }) => add(variantId)} />
          <Cart state={state} zone={zone} onChange={onChange} />
        </div>
      </Panel>
      <Panel title={t('where')}><Place state={state} zone={zone} onChange={onChange} /></Panel>
      <Panel title={t('buyer')}><Buyer key={state.order} state={state} zone={zone} onChange={onChange} /></Panel>
    </>
  );
}

function Cart({ state: { items }, onChange }: Props) {
  const t = useTranslations('promotion-desk.simulator');
  // Each once a visit: titles come from the catalogue's own page of the product.
  const known = useQueries({ queries: items.map(({ variantId }) => ({ ...apiQuery('/api/stock/{variantId}', { params: { path: { variantId } } }), staleTime: 300_000 })) });
  const title = (index: number): string => {
    const variant = known[index]?.data?.variant;
    return variant === undefined ? '…' : variant.variantTitle === '' ? variant.title : `${variant.title}, ${variant.variantTitle}`;
  };
  if (items.length === 0) return null;
  return (
    <ul className={styles.cart} aria-label={t('cart')}>
      {items.map((item, index) => (
        <li key={item.variantId}>
          <span>{title(index)}<small>{known[index]?.data?.variant.sku}</small></span>
          <NumberField label={t('quantityOf', { title: title(index) })} minValue={1} maxValue={1000} step={1} value={item.quantity} onChange={(quantity) => { if (!Number.isNaN(quantity)) onChange({ items: items.map((one) => (one === item ? { ...one, quantity } : one)) }); }} />
          <IconButton quiet label={t('remove', { title: title(index) })} icon={<X size={16} aria-hidden="true" />} onPress={() => onChange({ items: items.filter((one) => one !== item) })} />
        </li>
      ))}
    </ul>
  );
}

function Place({ state, zone, onChange }: Props) {
  const t = useTranslations('promotion-desk.simulator');
  const { markets, channels } = useMarkets();
  const stores = useDirectory()?.locations.filter((location) => location.marketCode === state.market && location.kind === 'store') ?? [];
  return (
    <div className={styles.narrow}>
      <Select label={t('market')} value={state.market} onChange={(market) => onChange({ market, channel: '', store: '', book: '' })} options={markets.map(({ code, name }) => ({ id: code, label: name }))} />
      <Select label={t('channel')} value={state.channel} onChange={(channel) => onChange({ channel })} options={channels.filter((channel) => channel.marketCode === state.market).map(({ code, name }) => ({ id: code, label: name }))} />
      <Select label={t('store')} value={state.store || NONE} onChange={(store) => onChange({ store: store === NONE ? '' : store })} options={[{ id: NONE, label: t('noStore') }, ...stores.map(({ id, name }) => ({ id, label: name }))]} />
      <TextField type="datetime-local" label={t('at')} description={t('atHint', { zone })} value={state.at} onChange={(at) => onChange({ at })} />
    </div>
  );
}

function Buyer({ state, onChange }: Props) {
  const t = useTranslations('promotion-desk.simulator');
  const { currencyOf } = useMarkets();
  const scale = 10 ** minorUnitDigits(currencyOf(state.market));
  return (
    <div className={styles.narrow}>
      <NamesBlank label={t('codes')} names={state.codes} onChange={(codes) => onChange({ codes })} />
      <NamesBlank label={t('groups')} names={state.groups} onChange={(groups) => onChange({ groups })} />
      <TextField label={t('tier')} value={state.tier} onChange={(tier) => onChange({ tier })} maxLength={64} />
      <NumberField label={t('orders')} minValue={0} maxValue={100_000} step={1} value={state.orders === '' ? NaN : Number(state.orders)} onChange={(orders) => onChange({ orders: Number.isNaN(orders) ? '' : String(orders) })} />
      <TextField label={t('pay')} value={state.pay} onChange={(pay) => onChange({ pay })} maxLength={64} />
      <NumberField label={t('ship')} minValue={0} maxValue={1_000_000} step={1 / scale} value={state.ship === '' ? NaN : Number(state.ship) / scale} onChange={(ship) => onChange({ ship: Number.isNaN(ship) ? '' : String(Math.round(ship * scale)) })} />
    </div>
  );
}
