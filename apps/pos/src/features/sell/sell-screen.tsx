import { Button, ChipGroup, EmptyState } from '@oneshelf/ui';
import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useTill } from '../../local/till-state';
import { useConnection } from '../../shell/use-connection';
import { goTo, useView } from '../../shell/view';
import { CartPane } from './cart-pane';
import { MissNotice } from './miss-notice';
import { ProductTiles } from './product-tiles';
import { isCoupon, sellCode, takeCoupon } from './sell-code';

const favourites = ' favourites';
const shownTiles = 24;
const mostFinds = 48;
const shortestCode = 4;

/** The shelves at the left, the sale at the right. */
export function SellScreen() {
  const t = useTranslations('sell');
  const catalogue = useTill((state) => state.catalogue);
  const isConnected = useConnection(({ state }) => state === 'connected');
  const query = useView((view) => view.query).trim();
  const [department, setDepartment] = useState(favourites);
  // Chosen once per start: tiles that change places under the finger are worse than tiles in an old order.
  const [sold] = useState(useTill((state) => state.soldVariantIds));
  const shelf = useMemo(() => {
    if (!catalogue) return [];
    if (query !== '') return catalogue.search(query, mostFinds).map((product) => [product]);
    return department === favourites ? catalogue.favourites(sold, shownTiles).map((product) => [product]) : catalogue.shelf(department);
  }, [catalogue, query, department, sold]);
  return (
    <>
      <main className="till-main" data-second aria-label={t('products')}>
        <h1 className="os-hidden">{t('title')}</h1>
        <div className="till-departments">
          <ChipGroup label={t('departments')} value={department} onChange={(id) => setDepartment(id ?? favourites)} chips={[{ id: favourites, label: t('favourites') }, ...(catalogue?.departments ?? []).map((name) => ({ id: name, label: name }))]} />
        </div>
        <MissNotice />
        {shelf.length > 0 ? <ProductTiles shelf={shelf} /> : <EmptyState title={query === '' ? t('noProducts') : t('noFinds', { query })} action={isCoupon(query) ? <Button variant="primary" onPress={() => { takeCoupon(query); useView.setState({ query: '' }); }}>{t('coupon.use', { code: query })}</Button> : isConnected && query.length >= shortestCode ? <Button variant="primary" onPress={() => { sellCode(query); useView.setState({ query: '' }); }}>{t('coupon.ask', { code: query })}</Button> : <Button onPress={() => goTo('stock')}>{t('lookAtStock')}</Button>} />}
      </main>
      <CartPane />
    </>
  );
}
