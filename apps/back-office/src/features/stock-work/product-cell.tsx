'use client';
import Link from 'next/link';
import styles from './stock-work.module.css';

/** A product of a list, with the way to its stock. */
export function ProductCell({ product }: { product: { variantId: string; sku: string; title: string; variantTitle?: string } }) {
  return (
    <Link href={`/stock/${product.variantId}`} className={styles.product}>
      <strong>{product.title}</strong>
      <small>{[product.variantTitle, product.sku].filter(Boolean).join(' · ')}</small>
    </Link>
  );
}
