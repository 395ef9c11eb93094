'use client';
import { Checkbox, MultiSelect } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { ProductPicker } from '../product-picker';
import styles from '../promotions.module.css';
import { AttributePicker } from './attribute-picker';
import { MoneyBlank } from './blanks';
import { useBuilder } from './builder-context';
import { PickedList } from './picked-list';
import type { Selector } from './reward-forms';

type IdKey = 'collectionIds' | 'productIds' | 'variantIds' | 'exceptCollectionIds' | 'exceptProductIds' | 'exceptVariantIds';

/** Which goods are meant: collections and products, within prices, and which are excepted. Nothing chosen: everything. */
export function GoodsForm({ on, onChange }: { on: Selector; onChange: (on: Selector) => void }) {
  const t = useTranslations('promotion-desk.goods');
  const { collections, draft, remember } = useBuilder();
  const set = (change: Partial<Selector>) => onChange(tidy({ ...on, ...change }));
  const options = collections.map(({ id, title }) => ({ id, label: title }));
  const pick = (key: 'productIds' | 'exceptProductIds') => ({ productId, title }: { productId: string; title: string }) => { remember(productId, title); set({ [key]: [...new Set([...(on[key] ?? []), productId])] }); };
  const picked = (keys: IdKey[], label: string) => <PickedList label={label} items={keys.flatMap((key) => (on[key] ?? []).map((id) => ({ id, key, title: draft.names[id] ?? t('gone') })))} onRemove={({ id, key }) => set({ [key]: (on[key as IdKey] ?? []).filter((one) => one !== id) })} />;
  return (
    <div className={styles.stack}>
      <p className={styles.quiet}>{t('hint')}</p>
      <div className={styles.fields}>
        <MultiSelect label={t('collections')} placeholder={t('anyCollection')} options={options} values={on.collectionIds ?? []} onChange={(collectionIds) => set({ collectionIds })} />
        <MultiSelect label={t('exceptCollections')} placeholder={t('none')} options={options} values={on.exceptCollectionIds ?? []} onChange={(exceptCollectionIds) => set({ exceptCollectionIds })} />
      </div>
      <div className={styles.fields}>
        <div><ProductPicker label={t('products')} onPick={pick('productIds')} />{picked(['productIds', 'variantIds'], t('products'))}</div>
        <div><ProductPicker label={t('exceptProducts')} onPick={pick('exceptProductIds')} />{picked(['exceptProductIds', 'exceptVariantIds'], t('exceptProducts'))}</div>
      </div>
      <div className={styles.fields}>
        <MoneyBlank label={t('from')} minor={on.minUnitMinor} onChange={(minUnitMinor) => set({ minUnitMinor })} />
        <MoneyBlank label={t('to')} minor={on.maxUnitMinor} onChange={(maxUnitMinor) => set({ maxUnitMinor })} />
      </div>
      <Checkbox isSelected={on.onlyFullPrice ?? false} onChange={(onlyFullPrice) => set({ onlyFullPrice })}>{t('onlyFullPrice')}</Checkbox>
      <AttributePicker attributes={on.attributes ?? []} onChange={(attributes) => set({ attributes })} />
    </div>
  );
}

/** Without the lists and marks that say nothing, so that two that mean the same are the same. */
function tidy(on: Selector): Selector {
  return Object.fromEntries(Object.entries(on).filter(([, value]) => value !== undefined && value !== false && !(Array.isArray(value) && value.length === 0) && !Number.isNaN(value)));
}
