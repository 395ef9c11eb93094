import { Button, EmptyState } from '@oneshelf/ui';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { Button as PlainButton } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import { useScan } from '../../hardware/use-input';
import { playTone } from '../../hardware/tones';
import { ProblemNotice } from '../../i18n/problem-notice';
import { useFormat } from '../../i18n/use-format';
import type { Product } from '../../local/catalogue';
import { stockElsewhere } from '../../local/online';
import { useTill } from '../../local/till-state';
import { useView } from '../../shell/view';
import { sellCode } from '../sell/sell-code';
import { BundleStock } from './bundle-stock';
import { StockParts } from './stock-parts';

const mostFinds = 40;

/** One product: how many are here, and in which other store. */
export function LookUpScreen() {
  const t = useTranslations('stock');
  const { quantity } = useFormat();
  const query = useView((view) => view.query).trim();
  const catalogue = useTill((state) => state.catalogue);
  const stock = useTill((state) => state.stock);
  const bins = useTill((state) => state.bins);
  const [chosen, setChosen] = useState<Product | null>(null);
  useScan((code) => {
    const product = catalogue?.byCode(code) ?? null;
    playTone(product ? 'taken' : 'refused');
    if (product) setChosen(product);
    else useView.setState({ query: code });
  });
  const finds = useMemo(() => (query === '' ? [] : [...new Map([catalogue?.byCode(query), ...(catalogue?.search(query, mostFinds) ?? [])].flatMap((product) => (product ? [[product.variantId, product] as const] : []))).values()]), [catalogue, query]);
  return (
    <>
      <main className="till-main">
        <StockParts />
        <h1>{t('title')}</h1>
        <p className="till-lead">{t('lead')}</p>
        {query !== '' && finds.length === 0 ? <EmptyState title={t('noFinds', { query })} action={<Button onPress={() => useView.setState({ query: '' })}>{t('clear')}</Button>} /> : null}
        {query === '' ? <EmptyState title={t('start')} action={<Button onPress={() => document.querySelector<HTMLInputElement>('.till-top input')?.focus()}>{t('search')}</Button>} /> : null}
        <ul className="till-list">
          {finds.map((product) => {
            const here = stock.get(product.variantId) ?? 0;
            return (
              <li key={product.variantId}>
                <PlainButton className="till-entry" data-tone={here > 0 ? 'done' : undefined} aria-pressed={chosen?.variantId === product.variantId} onPress={() => setChosen(product)}>
                  <span className="till-entry-status">{here > 0 ? t('here', { quantity: quantity(here, product.unit) }) : t('noneHere')}</span>
                  <span className="till-entry-text"><strong>{product.title}</strong>{[product.variantTitle, product.sku].filter(Boolean).join(' · ')}</span>
                  <span className="till-entry-where">{bins.get(product.variantId) ?? product.department}</span>
                </PlainButton>
              </li>
            );
          })}
        </ul>
      </main>
      <aside className="till-side" aria-label={t('where')}>{chosen ? <Elsewhere key={chosen.variantId} product={chosen} /> : <p className="till-muted">{t('choose')}</p>}</aside>
    </>
  );
}

function Elsewhere({ product }: { product: Product }) {
  const t = useTranslations('stock');
  const { quantity, locale } = useFormat();
  const here = useTill((state) => state.stock.get(product.variantId) ?? 0);
  const bin = useTill((state) => state.bins.get(product.variantId));
  const hasShift = useTill((state) => state.shift !== null);
  const elsewhere = useQuery(stockElsewhere(product.variantId));
  const kilometres = new Intl.NumberFormat(locale, { style: 'unit', unit: 'kilometer', maximumFractionDigits: 0 });
  return (
    <div className="till-stack" style={{ overflow: 'auto', flex: 1 }}>
      <h2>{product.title}</h2>
      <p className="till-muted">{[product.variantTitle, product.sku].filter(Boolean).join(' · ')}</p>
      <p className="till-place"><strong>{here > 0 ? t('here', { quantity: quantity(here, product.unit) }) : t('noneHere')}</strong>{bin ? <> · {t('standsIn', { bin })}</> : null}</p>
      <BundleStock product={product} />
      <h3>{t('otherStores')}</h3>
      {elsewhere.isPending ? <p role="status">{t('asking')}</p> : null}
      {elsewhere.error ? <ProblemNotice error={elsewhere.error} next={<Button onPress={() => void elsewhere.refetch()}>{t('askAgain')}</Button>} /> : null}
      {elsewhere.data?.items.length === 0 ? <p>{t('noneElsewhere')}</p> : null}
      <ul className="till-why">
        {elsewhere.data?.items.map((place) => (
          <li key={place.locationId} className="till-row"><span className="till-grow"><strong>{place.locationName}</strong> <span className="till-muted">{kilometres.format(place.distanceKm)}</span></span>{product.unit ? quantity(place.sellableMilli, product.unit) : t('pieces', { quantity: quantity(place.sellableMilli) })}</li>
        ))}
      </ul>
      <p className="till-muted">{t('noShipping')}</p>
      <Button variant="primary" isDisabled={!hasShift} onPress={() => sellCode(product.sku)}>{t('sell')}</Button>
    </div>
  );
}
