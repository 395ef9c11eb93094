'use client';
import { useQuery } from '@tanstack/react-query';
import type { StorefrontQuote } from '@oneshelf/contracts';
import { formatMoney } from '@oneshelf/domain-kernel';
import { ChoiceList, Select, TextField } from '@oneshelf/ui';
import { useLocale, useTranslations } from 'next-intl';
import { languageOf } from '../../i18n/locales';
import type { CheckoutField, CheckoutForm } from './checkout-form';
import { useShop } from './shop-context';
import { shopShipping } from './shop-queries';
import { useCountryName } from './use-country-name';

type Props = { form: CheckoutForm; onChange: (form: CheckoutForm) => void; wrong: readonly CheckoutField[]; quote: StorefrontQuote | undefined };

/** Where it goes, and how it is sent there. */
export function CheckoutAddress({ form, onChange, wrong, quote }: Props) {
  const t = useTranslations('shop.checkout');
  const field = (name: 'line1' | 'line2' | 'city' | 'postcode', autoComplete: string) => (
    <TextField
      label={t(`fields.${name}`)}
      autoComplete={autoComplete}
      value={form.address[name]}
      onChange={(value) => onChange({ ...form, address: { ...form.address, [name]: value } })}
      isRequired={name !== 'line2'}
      error={name !== 'line2' && wrong.includes(name) ? t(`wrong.${name}`) : undefined}
    />
  );
  return (
    <div className="shop-stack">
      <CountryChoice form={form} onChange={onChange} />
      {field('line1', 'address-line1')}
      {field('line2', 'address-line2')}
      <div className="shop-pair">{field('postcode', 'postal-code')}{field('city', 'address-level2')}</div>
      <ShippingChoice form={form} onChange={onChange} quote={quote} />
    </div>
  );
}

/** Another country asks for another quote: other ways to send it, another tax. */
function CountryChoice({ form, onChange }: Pick<Props, 'form' | 'onChange'>) {
  const t = useTranslations('shop.checkout');
  const shop = useShop();
  const nameOf = useCountryName();
  const { data } = useQuery(shopShipping(shop));
  const countries = [...new Set([shop.market, ...(data?.items ?? []).flatMap((method) => method.countries)])];
  const options = countries.map((id) => ({ id, label: nameOf(id) })).sort((a, b) => a.label.localeCompare(b.label));
  return <Select label={t('country')} options={options} value={form.country ?? shop.market} onChange={(country) => onChange({ ...form, country, shippingMethodId: null })} />;
}

function ShippingChoice({ form, onChange, quote }: Pick<Props, 'form' | 'onChange' | 'quote'>) {
  const t = useTranslations('shop.checkout');
  const locale = useLocale();
  if (quote === undefined || quote.shippingOptions.length === 0) return null;
  return (
    <ChoiceList
      label={t('shipping')}
      value={quote.shipping?.methodId ?? form.shippingMethodId}
      onChange={(shippingMethodId) => onChange({ ...form, shippingMethodId })}
      choices={quote.shippingOptions.map(({ methodId, names, amountMinor }) => ({ id: methodId, label: names[languageOf(locale)], detail: formatMoney(amountMinor, quote.currency, locale) }))}
    />
  );
}
