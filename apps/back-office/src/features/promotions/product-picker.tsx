'use client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, SearchField } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { useDeferredValue, useState } from 'react';
import { apiQuery } from '../../api';
import styles from './promotions.module.css';

export interface PickedProduct {
  variantId: string;
  productId: string;
  sku: string;
  title: string;
}

const SHOWN = 6;

/** Finds goods by a part of their title or SKU; what is pressed is picked. `by` product: each product once. */
export function ProductPicker({ label, onPick, by = 'product' }: { label: string; onPick: (picked: PickedProduct) => void; by?: 'product' | 'variant' }) {
  const t = useTranslations('promotion-desk.picker');
  const [text, setText] = useState('');
  const search = useDeferredValue(text.trim());
  const { data, isFetching } = useQuery({ ...apiQuery('/api/stock', { params: { query: { search, limit: 30 } } }), enabled: search.length >= 2, placeholderData: keepPreviousData });
  const found = search.length < 2 ? [] : (data?.items ?? []).filter((item, index, all) => by === 'variant' || all.findIndex(({ productId }) => productId === item.productId) === index).slice(0, SHOWN);
  const name = (item: (typeof found)[number]) => (by === 'product' || item.variantTitle === '' ? item.title : `${item.title}, ${item.variantTitle}`);
  return (
    <div className={styles.picker}>
      <SearchField label={label} placeholder={label} clearLabel={t('clear')} value={text} onChange={setText} />
      <p className="os-hidden" role="status">{search.length >= 2 && !isFetching ? t('found', { count: found.length }) : ''}</p>
      {found.length > 0 ? (
        <ul aria-label={t('results')}>
          {found.map((item) => (
            <li key={item.variantId}>
              <Button variant="quiet" size="small" onPress={() => { onPick({ variantId: item.variantId, productId: item.productId, sku: item.sku, title: name(item) }); setText(''); }}>{name(item)}<small>{item.sku}</small></Button>
            </li>
          ))}
        </ul>
      ) : search.length >= 2 && !isFetching ? <p className={styles.quiet}>{t('none')}</p> : null}
    </div>
  );
}
