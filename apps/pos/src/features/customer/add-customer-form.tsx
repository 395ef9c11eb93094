import { Button, Notice, TextField } from '@oneshelf/ui';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { TillCustomer } from '@oneshelf/contracts';
import { newId } from '../../local/new-id';
import { online } from '../../local/online';

const emailPattern = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** A new customer: a name, and an e-mail address where she gives one. Who has the address already is taken as she is. */
export function AddCustomerForm({ words, onAdded, onBack }: { words: string; onAdded: (customer: TillCustomer) => void; onBack: () => void }) {
  const t = useTranslations('customer');
  const locale = useLocale();
  const isEmail = words.includes('@');
  const [id] = useState(newId);
  const [name, setName] = useState(isEmail || /\d/.test(words) ? '' : words.trim());
  const [email, setEmail] = useState(isEmail ? words.trim() : '');
  const [phone, setPhone] = useState('');
  const [state, setState] = useState<'open' | 'sending' | 'failed'>('open');
  const isWrongEmail = email.trim() !== '' && !emailPattern.test(email.trim());
  const isReady = name.trim() !== '' && !isWrongEmail && state !== 'sending';
  const add = async (): Promise<void> => {
    if (!isReady) return;
    setState('sending');
    const given = { id, name: name.trim(), locale: locale === 'de' ? 'de' as const : 'en' as const, ...(email.trim() === '' ? {} : { email: email.trim() }), ...(phone.trim() === '' ? {} : { phone: phone.trim() }) };
    await online.addCustomer(given).then(({ customer }) => onAdded(customer), () => setState('failed'));
  };
  return (
    <form className="till-stack" onSubmit={(event) => { event.preventDefault(); void add(); }}>
      <TextField label={t('name')} value={name} onChange={setName} maxLength={120} isRequired autoFocus autoComplete="off" />
      <TextField label={t('email')} value={email} onChange={setEmail} maxLength={254} type="email" inputMode="email" autoComplete="off" {...(isWrongEmail ? { error: t('wrongEmail') } : {})} />
      <TextField label={t('phone')} value={phone} onChange={setPhone} maxLength={40} type="tel" inputMode="tel" autoComplete="off" />
      {state === 'failed' ? <Notice tone="blocked">{t('notAdded')}</Notice> : null}
      <div className="till-row">
        <Button onPress={onBack}>{t('back')}</Button>
        <Button type="submit" variant="primary" isDisabled={!isReady}>{t('addAndUse')}</Button>
      </div>
    </form>
  );
}
