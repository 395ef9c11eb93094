'use client';
import { IconButton } from '@oneshelf/ui';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import styles from '../promotions.module.css';

interface Picked {
  id: string;
  key: string;
  title: string;
}

/** What was picked, each with its way out. */
export function PickedList({ label, items, onRemove }: { label: string; items: readonly Picked[]; onRemove: (item: Picked) => void }) {
  const t = useTranslations('promotion-desk.goods');
  if (items.length === 0) return null;
  return (
    <ul className={styles.picked} aria-label={label}>
      {items.map((item) => <li key={item.key + item.id}><span>{item.title}</span><IconButton quiet label={t('remove', { title: item.title })} icon={<X size={16} aria-hidden="true" />} onPress={() => onRemove(item)} /></li>)}
    </ul>
  );
}
