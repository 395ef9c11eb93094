import { TextField } from '@oneshelf/ui';
import { useTranslations } from 'use-intl';
import { useFormat } from '../../i18n/use-format';

/** Kilograms as typed, with a point or a comma, to thousandths; null: no weight. */
export function weightOfEntry(entry = ''): number | null {
  if (!/^\d{1,6}([.,]\d{1,3})?$/.test(entry.trim())) return null;
  const weightMilli = Math.round(Number(entry.trim().replace(',', '.')) * 1000);
  return weightMilli > 0 ? weightMilli : null;
}

interface Props { title: string; quantityMilli: number; usualWeightGrams: number; value: string; onChange: (value: string) => void }

/** What all pieces of a line weigh; beside it what that makes of each, so that a wrong digit is seen. */
export function WeightEntry({ title, quantityMilli, usualWeightGrams, value, onChange }: Props) {
  const t = useTranslations('receive');
  const { quantity } = useFormat();
  const weightMilli = weightOfEntry(value);
  const usual = quantity(usualWeightGrams, 'kg');
  const hint = weightMilli === null ? t('weightUsual', { usual }) : t('weightEach', { each: quantity(Math.round((weightMilli * 1000) / quantityMilli), 'kg'), usual });
  return <TextField label={t('weightOf', { quantity: quantity(quantityMilli), title })} description={hint} value={value} onChange={onChange} inputMode="decimal" maxLength={10} isRequired />;
}
