'use client';
import { minorUnitDigits } from '@oneshelf/domain-kernel';
import type { ShippingMethodText } from '@oneshelf/contracts';
import { IconButton, NumberField, Select, TextField } from '@oneshelf/ui';
import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { CountryChips } from './country-chips';
import styles from './settings.module.css';
import { mistakesOf } from './shipping-draft';

const AS_GOODS = 'as-goods';

interface ShippingMethodFormProps {
  method: ShippingMethodText;
  place: { index: number; last: number };
  currency: string;
  taxClasses: readonly string[];
  isLocked: boolean;
  onChange: (method: ShippingMethodText) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

/** One way to send: what shoppers read, what it costs, where to and for which baskets. */
export function ShippingMethodForm({ method, place, currency, taxClasses, isLocked, onChange, onMove, onRemove }: ShippingMethodFormProps) {
  const t = useTranslations('settings.shipping');
  const mistakes = mistakesOf(method);
  const name = method.names.en === '' ? t('unnamed', { place: place.index + 1 }) : method.names.en;
  const change = (part: Partial<ShippingMethodText>) => onChange({ ...method, ...part });
  const amount = (key: 'feeMinor' | 'minItemsMinor' | 'maxItemsMinor', error?: string) => <AmountField label={t(key)} currency={currency} valueMinor={method[key]} isLocked={isLocked} error={error} onChange={(minor) => change({ [key]: key === 'feeMinor' ? (minor ?? 0) : minor })} />;
  return (
    <li className={styles.method} aria-label={name}>
      <div className={styles.methodHead}>
        <strong>{place.index + 1}. {name}</strong>
        {isLocked ? null : (
          <span className={styles.chips}>
            <IconButton quiet label={t('up', { name })} icon={<ArrowUp size={16} aria-hidden="true" />} isDisabled={place.index === 0} onPress={() => onMove(-1)} />
            <IconButton quiet label={t('down', { name })} icon={<ArrowDown size={16} aria-hidden="true" />} isDisabled={place.index === place.last} onPress={() => onMove(1)} />
            <IconButton quiet label={t('remove', { name })} icon={<Trash2 size={16} aria-hidden="true" />} onPress={onRemove} />
          </span>
        )}
      </div>
      <div className={styles.fields}>
        <TextField label={t('nameEn')} isDisabled={isLocked} maxLength={80} value={method.names.en} onChange={(en) => change({ names: { ...method.names, en } })} error={mistakes.includes('no_name_en') ? t('noName') : undefined} />
        <TextField label={t('nameDe')} isDisabled={isLocked} maxLength={80} value={method.names.de} onChange={(de) => change({ names: { ...method.names, de } })} error={mistakes.includes('no_name_de') ? t('noName') : undefined} />
        {amount('feeMinor')}
        <Select
          label={t('taxClass')} isDisabled={isLocked} value={method.taxClass ?? AS_GOODS} onChange={(id) => change({ taxClass: id === AS_GOODS ? null : id })}
          options={[{ id: AS_GOODS, label: t('asGoods') }, ...[...new Set([...taxClasses, ...(method.taxClass === null ? [] : [method.taxClass])])].map((id) => ({ id, label: id }))]}
        />
        {amount('minItemsMinor')}
        {amount('maxItemsMinor', mistakes.includes('bounds') ? t('bounds') : undefined)}
      </div>
      <CountryChips countries={method.countries} isLocked={isLocked} error={mistakes.includes('no_country') ? t('noCountry') : undefined} onChange={(countries) => change({ countries })} />
    </li>
  );
}

/** An amount that may be left empty. */
function AmountField({ label, currency, valueMinor, isLocked, error, onChange }: { label: string; currency: string; valueMinor: number | null; isLocked: boolean; error?: string | undefined; onChange: (minor: number | null) => void }) {
  const scale = 10 ** minorUnitDigits(currency);
  return (
    <NumberField
      label={label} isDisabled={isLocked} minValue={0} maxValue={1_000_000} formatOptions={{ style: 'currency', currency }} error={error}
      value={valueMinor === null ? NaN : valueMinor / scale} onChange={(amount) => onChange(Number.isFinite(amount) ? Math.round(amount * scale) : null)}
    />
  );
}
