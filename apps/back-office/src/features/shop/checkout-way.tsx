'use client';
import { useQuery } from '@tanstack/react-query';
import type { StorefrontHold, StorefrontQuote } from '@oneshelf/contracts';
import { ChipGroup, ChoiceList, Panel } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { ScreenError } from '../../screen-error';
import type { Basket } from './basket';
import { CheckoutAddress } from './checkout-address';
import type { CheckoutField, CheckoutForm } from './checkout-form';
import { useShop } from './shop-context';
import { shopAvailability, shopStores } from './shop-queries';
import { storeChoices } from './store-choices';

type Props = { form: CheckoutForm; onChange: (form: CheckoutForm) => void; basket: Basket; wrong: readonly CheckoutField[]; quote: StorefrontQuote | undefined; /** What this shopper holds: not free there for others, but for this one. */ kept: StorefrontHold['lines'] };

/** Collected in a store that has everything, or delivered. */
export function CheckoutWay(props: Props) {
  const t = useTranslations('shop.checkout');
  const { form, onChange } = props;
  return (
    <Panel title={t('way')}>
      <div className="shop-stack">
        <ChipGroup
          label={t('way')}
          chips={[{ id: 'pickup', label: t('ways.pickup') }, { id: 'delivery', label: t('ways.delivery') }]}
          value={form.way}
          onChange={(way) => onChange({ ...form, way: way === 'delivery' ? 'delivery' : 'pickup' })}
        />
        {form.way === 'pickup' ? <StoreChoice {...props} /> : <CheckoutAddress {...props} />}
      </div>
    </Panel>
  );
}

function StoreChoice({ form, onChange, basket, wrong, kept }: Props) {
  const t = useTranslations('shop.checkout');
  const shop = useShop();
  const stores = useQuery(shopStores(shop));
  const availability = useQuery(shopAvailability(shop, basket.map((line) => line.variantId)));
  const error = stores.error ?? availability.error;
  if (error !== null) return <ScreenError error={error} notDone={t('storesNotShown')} onRetry={() => void Promise.all([stores.refetch(), availability.refetch()])} />;
  if (stores.data === undefined || availability.data === undefined) return <p role="status">{t('storesLoading')}</p>;
  const choices = storeChoices(stores.data.items, { availability: availability.data.items, kept }, basket);
  if (choices.every((choice) => choice.missingLines > 0)) return <p role="status">{t('noStore')}</p>;
  return (
    <ChoiceList
      label={t('store')}
      value={form.storeId}
      onChange={(storeId) => onChange({ ...form, storeId })}
      error={wrong.includes('store') ? t('wrong.store') : undefined}
      choices={choices.map(({ id, name, missingLines }) => ({ id, label: name, isDisabled: missingLines > 0, detail: missingLines === 0 ? t('hasAll') : t('hasSome', { missing: missingLines }) }))}
    />
  );
}
