'use client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, SearchField, Select } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { useDeferredValue, useState } from 'react';
import { apiQuery } from '../../../api';
import styles from '../promotions.module.css';
import { useAttributeName } from '../use-attribute-name';
import { PickedList } from './picked-list';

interface Attribute {
  name: string;
  value: string;
}

const SHOWN = 12;

/** Products whose brand, material or tag is one of the values that are picked, out of those that the catalogue has. */
export function AttributePicker({ attributes, onChange }: { attributes: readonly Attribute[]; onChange: (attributes: Attribute[]) => void }) {
  const t = useTranslations('promotion-desk.goods');
  const nameOf = useAttributeName();
  const [name, setName] = useState<string | null>(null);
  const known = useQuery(apiQuery('/api/product-attributes'));
  const names = known.data?.names ?? [];
  const items = attributes.map((one) => ({ id: JSON.stringify(one), key: one.name, title: t('attributeIs', { name: nameOf(one.name), value: one.value }) }));
  const pick = (value: string) => { if (name !== null && !attributes.some((one) => one.name === name && one.value === value)) onChange([...attributes, { name, value }]); };
  return (
    <div className={styles.fields}>
      <div>
        <Select label={t('attribute')} placeholder={names.length === 0 && known.data ? t('noAttributes') : t('anyAttribute')} value={name} isDisabled={names.length === 0} onChange={setName} options={names.map((id) => ({ id, label: nameOf(id) }))} />
        <PickedList label={t('attributes')} items={items} onRemove={({ id }) => onChange(attributes.filter((one) => JSON.stringify(one) !== id))} />
        {attributes.length > 1 ? <p className={styles.quiet}>{t('anyOfThem')}</p> : null}
      </div>
      {name === null ? null : <ValuePicker key={name} name={name} picked={attributes.flatMap((one) => (one.name === name ? [one.value] : []))} onPick={pick} />}
    </div>
  );
}

function ValuePicker({ name, picked, onPick }: { name: string; picked: readonly string[]; onPick: (value: string) => void }) {
  const t = useTranslations('promotion-desk.goods');
  const nameOf = useAttributeName();
  const [text, setText] = useState('');
  const q = useDeferredValue(text.trim());
  const { data } = useQuery({ ...apiQuery('/api/product-attributes/values', { params: { query: q === '' ? { name } : { name, q } } }), placeholderData: keepPreviousData });
  const found = (data?.values ?? []).filter(({ value }) => !picked.includes(value)).slice(0, SHOWN);
  const label = t('valueOf', { name: nameOf(name) });
  return (
    <div className={styles.picker}>
      <SearchField label={label} placeholder={label} clearLabel={t('clearValue')} value={text} onChange={setText} />
      {data && found.length === 0 ? <p className={styles.quiet}>{t('noValue')}</p> : null}
      <ul aria-label={label}>
        {found.map(({ value, variants }) => <li key={value}><Button variant="quiet" size="small" onPress={() => onPick(value)}>{value}<small>{t('variants', { count: variants })}</small></Button></li>)}
      </ul>
      {data && data.total > SHOWN ? <p className={styles.quiet}>{t('moreValues', { total: data.total })}</p> : null}
    </div>
  );
}
