'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { PutSupplier, SupplierDetail } from '@oneshelf/contracts';
import { isCurrency, minorUnitDigits } from '@oneshelf/domain-kernel';
import { Button, Checkbox, NumberField, Panel, Select, TextField } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { api } from '../../api';
import { ScreenError } from '../../screen-error';
import { sayDone } from '../../toasts';
import { PURCHASING_KEYS } from './purchasing-queries';
import styles from './purchasing.module.css';

const fresh: PutSupplier = { version: 0, code: '', name: '', currency: 'GBP', locale: 'en', email: null, phone: null, contact: null, address: '', leadTimeDays: 7, minimumOrderMinor: 0, note: '', active: true };

const factsOf = (supplier: SupplierDetail | null): PutSupplier => (supplier === null ? fresh : {
  version: supplier.version, code: supplier.code, name: supplier.name, currency: supplier.currency, locale: supplier.locale, email: supplier.email, phone: supplier.phone, contact: supplier.contact,
  address: supplier.address, leadTimeDays: supplier.leadTimeDays, minimumOrderMinor: supplier.minimumOrderMinor, note: supplier.note, active: supplier.active,
});

/** Who a supplier is. Saved as a whole; who looked at an older one is told. */
export function SupplierForm({ id, supplier }: { id: string; supplier: SupplierDetail | null }) {
  const t = useTranslations('purchasing.suppliers');
  const client = useQueryClient();
  const router = useRouter();
  const [facts, setFacts] = useState<PutSupplier>(() => factsOf(supplier));
  const set = (change: Partial<PutSupplier>) => setFacts((before) => ({ ...before, ...change }));
  const digits = isCurrency(facts.currency) ? minorUnitDigits(facts.currency) : 2;
  const save = useMutation({
    mutationFn: () => api.put('/api/suppliers/{id}', { params: { path: { id } }, body: { ...facts, code: facts.code.trim().toUpperCase(), name: facts.name.trim() } }),
    onSuccess: async () => { sayDone({ text: t('saved') }); await Promise.all(PURCHASING_KEYS.map((queryKey) => client.invalidateQueries({ queryKey }))); if (supplier === null) router.replace(`/purchasing/suppliers/${id}`); },
  });
  const text = (field: 'email' | 'phone' | 'contact') => ({ label: t(field), value: facts[field] ?? '', maxLength: 200, onChange: (value: string) => set({ [field]: value.trim() === '' ? null : value }) });
  const isReady = facts.name.trim() !== '' && /^[A-Za-z0-9][A-Za-z0-9-]*$/.test(facts.code.trim()) && isCurrency(facts.currency);
  return (
    <Panel title={t('facts')}>
      {save.error ? <ScreenError error={save.error} /> : null}
      <div className={styles.facts}>
        <TextField label={t('name')} value={facts.name} onChange={(name) => set({ name })} maxLength={200} isRequired />
        <TextField label={t('code')} description={t('codeHint')} value={facts.code} onChange={(code) => set({ code })} maxLength={20} isRequired />
        <TextField label={t('currency')} value={facts.currency} onChange={(currency) => set({ currency: currency.trim().toUpperCase() })} maxLength={3} {...(isCurrency(facts.currency) ? {} : { error: t('currencyWrong') })} />
        <NumberField label={t('leadTimeDays')} value={facts.leadTimeDays} onChange={(leadTimeDays) => set({ leadTimeDays: Number.isFinite(leadTimeDays) ? leadTimeDays : 0 })} minValue={0} maxValue={730} />
        <NumberField label={t('minimumOrderIn', { currency: facts.currency })} description={t('minimumOrderHint')} value={facts.minimumOrderMinor / 10 ** digits} minValue={0} formatOptions={{ minimumFractionDigits: digits, maximumFractionDigits: digits }} onChange={(value) => set({ minimumOrderMinor: Number.isFinite(value) ? Math.round(value * 10 ** digits) : 0 })} />
        <Select label={t('locale')} options={[{ id: 'en', label: 'English' }, { id: 'de', label: 'Deutsch' }]} value={facts.locale} onChange={(locale) => set({ locale: locale === 'de' ? 'de' : 'en' })} />
        <TextField {...text('contact')} /><TextField {...text('email')} type="email" /><TextField {...text('phone')} type="tel" />
        <TextField label={t('address')} value={facts.address} onChange={(address) => set({ address })} maxLength={500} />
        <TextField label={t('note')} value={facts.note} onChange={(note) => set({ note })} maxLength={1000} />
        <Checkbox isSelected={facts.active} onChange={(active) => set({ active })} detail={t('activeHint')}>{t('active')}</Checkbox>
      </div>
      <div className={styles.acts}><span /><Button variant="primary" isDisabled={!isReady || JSON.stringify(facts) === JSON.stringify(factsOf(supplier))} isPending={save.isPending} onPress={() => save.mutate()}>{t('save')}</Button></div>
    </Panel>
  );
}
