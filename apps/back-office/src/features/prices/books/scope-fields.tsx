'use client';
import { useQuery } from '@tanstack/react-query';
import { Checkbox, SearchField, Select } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useDirectory } from '../../../directory';
import { customersNamed, priceScopes } from '../price-queries';
import styles from '../prices.module.css';
import { type BookForm, type ScopeKind } from './book-draft';

type Choice = { id: string; label: string };

interface ScopeFieldsProps {
  market: string;
  form: BookForm;
  customerName: string | null;
  onChange: (change: Partial<BookForm>) => void;
}

/** For whom and where: each part is everyone or one; all that are named must fit. */
export function ScopeFields({ market, form, customerName, onChange }: ScopeFieldsProps) {
  const t = useTranslations('prices.book.scope');
  const known = useDirectory();
  const { data: scopes } = useQuery(priceScopes(market));
  const named = (names: readonly string[] | undefined): Choice[] => (names ?? []).map((name) => ({ id: name, label: name }));
  const choices: readonly { kind: Exclude<ScopeKind, 'customerId'>; options: Choice[] }[] = [
    { kind: 'channelCode', options: (known?.channels ?? []).filter((channel) => channel.marketCode === market).map(({ code, name }) => ({ id: code, label: name })) },
    { kind: 'locationId', options: (known?.locations ?? []).filter((place) => place.marketCode === market && place.kind === 'store').map(({ id, name }) => ({ id, label: name })) },
    { kind: 'priceZone', options: named(scopes?.priceZones) },
    { kind: 'region', options: named(scopes?.regions) },
    { kind: 'customerGroup', options: named(scopes?.customerGroups) },
  ];
  const set = (kind: ScopeKind, id: string) => onChange({ scope: { ...form.scope, [kind]: id === '' ? null : id } });
  return (
    <>
      <div className={styles.fields}>
        {choices.map(({ kind, options }) => (
          <Select key={kind} label={t(kind)} value={form.scope[kind] ?? ''} onChange={(id) => set(kind, id)} options={[{ id: '', label: t(`any.${kind}`) }, ...options]} isDisabled={options.length === 0} />
        ))}
        <CustomerPicker chosen={form.scope.customerId} name={customerName} onChoose={(id) => set('customerId', id)} />
      </div>
      <Checkbox isSelected={form.isEvent} onChange={(isEvent) => onChange({ isEvent })}>{t('event')}</Checkbox>
    </>
  );
}

/** One customer, found by name or e-mail: the contract of a customer. */
function CustomerPicker({ chosen, name, onChoose }: { chosen: string | null; name: string | null; onChoose: (id: string) => void }) {
  const t = useTranslations('prices.book.scope');
  const [search, setSearch] = useState('');
  const { data } = useQuery(customersNamed(search.trim()));
  const found = data?.items ?? [];
  const chosenOption = chosen === null || found.some((customer) => customer.id === chosen) ? [] : [{ id: chosen, label: name ?? chosen }];
  return (
    <>
      <Select label={t('customerId')} value={chosen ?? ''} onChange={onChoose} options={[{ id: '', label: t('any.customerId') }, ...chosenOption, ...found.map((customer) => ({ id: customer.id, label: customer.name, ...(customer.email === null ? {} : { detail: customer.email }) }))]} />
      <SearchField label={t('findCustomer')} placeholder={t('findCustomer')} clearLabel={t('clearCustomer')} value={search} onChange={setSearch} />
    </>
  );
}
