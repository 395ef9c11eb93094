'use client';
import { useMutation } from '@tanstack/react-query';
import type { TaxRateList, TaxTrialAnswer, TaxTrialRequest } from '@oneshelf/contracts';
import { formatMoney, parseMoney } from '@oneshelf/domain-kernel';
import { Button, Checkbox, Select, TextField } from '@oneshelf/ui';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { api } from '../../api';
import { useDirectory } from '../../directory';
import { ScreenError } from '../../screen-error';
import styles from './taxes.module.css';
import { useTaxWords } from './use-tax-words';

const today = (): string => new Date().toISOString().slice(0, 10);

interface Tried {
  answer: TaxTrialAnswer;
  request: TaxTrialRequest;
  currency: string;
}

/** Which rates a sale would be taxed at, where they come from, and the sum in words. Nothing is written. */
export function TaxTrial({ countries, taxClasses }: Pick<TaxRateList, 'countries' | 'taxClasses'>) {
  const t = useTranslations('taxes.trial');
  const words = useTaxWords();
  const locale = useLocale();
  const known = useDirectory();
  const [country, setCountry] = useState(countries.includes('GB') ? 'GB' : (countries[0] ?? ''));
  const [taxClass, setTaxClass] = useState(taxClasses.includes('standard') ? 'standard' : (taxClasses[0] ?? ''));
  const [postcode, setPostcode] = useState('');
  const [day, setDay] = useState(today);
  const [amount, setAmount] = useState('');
  const [taxInclusive, setTaxInclusive] = useState(true);
  const currency = known?.markets.find((market) => market.country === country)?.currency ?? 'EUR';
  const read = parseMoney(amount, { currency, locale });
  const trial = useMutation({
    mutationFn: async (request: TaxTrialRequest): Promise<Tried> => ({ request, currency, answer: await api.post('/api/tax-rates/try', { body: request }) }),
  });
  const send = () => {
    if (read.ok) trial.mutate({ country, taxClass, day, amountMinor: read.value, taxInclusive, ...(postcode.trim() === '' ? {} : { postcode: postcode.trim() }) });
  };
  return (
    <>
      <form className={styles.fields} onSubmit={(event) => { event.preventDefault(); send(); }}>
        <Select label={t('country')} options={countries.map((id) => ({ id, label: words.country(id) }))} value={country} onChange={setCountry} />
        <TextField label={t('postcode')} value={postcode} onChange={setPostcode} />
        <Select label={t('class')} options={taxClasses.map((id) => ({ id, label: id }))} value={taxClass} onChange={setTaxClass} />
        <TextField label={t('day')} type="date" value={day} onChange={setDay} isRequired />
        <TextField label={t('amount', { currency })} inputMode="decimal" value={amount} onChange={setAmount} isRequired error={amount === '' || read.ok ? undefined : t('notAnAmount')} />
        <Checkbox isSelected={taxInclusive} onChange={setTaxInclusive}>{t('inclusive')}</Checkbox>
        <Button variant="primary" type="submit" isPending={trial.isPending} isDisabled={!read.ok || day === ''}>{t('act')}</Button>
      </form>
      {trial.error ? <ScreenError error={trial.error} /> : null}
      <div role="status">{trial.data ? <TrialResult {...trial.data} /> : null}</div>
    </>
  );
}

function TrialResult({ answer, request, currency }: Tried) {
  const t = useTranslations('taxes.trial');
  const words = useTaxWords();
  const locale = useLocale();
  const money = (minor: number): string => formatMoney(minor, currency, locale);
  const sums = { gross: money(answer.grossMinor), net: money(answer.netMinor), tax: money(answer.taxMinor) };
  return (
    <div className={styles.result}>
      <p><strong>{request.taxInclusive ? t('contains', sums) : t('adds', sums)}</strong></p>
      <ul>
        {answer.taxes.map(({ rate, taxMinor }) => (
          <li key={rate.id}>{t('rate', { name: rate.name, percent: words.percent(rate.ratePpm), amount: money(taxMinor), country: words.country(rate.country), place: words.place(rate), day: words.firstDay(rate.validFrom) })}</li>
        ))}
      </ul>
    </div>
  );
}
