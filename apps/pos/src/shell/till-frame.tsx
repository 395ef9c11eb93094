import { Notice, SearchField } from '@oneshelf/ui';
import { Boxes, PackageCheck, ReceiptText, ShoppingBag, Truck, Undo2, Vault, type LucideIcon } from 'lucide-react';
import { Suspense, useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import { restoreSale } from '../features/pay/open-payment';
import { reprice } from '../features/sell/cart';
import { SellScreen } from '../features/sell/sell-screen';
import { sellCode } from '../features/sell/sell-code';
import { HoldInput, useScan } from '../hardware/use-input';
import { useTill } from '../local/till-state';
import { LaterDesk, LaterPayDialog } from './later';
import { refuseScan } from './refuse-scan';
import { searchSubmit } from './search-submit';
import { SyncPill } from './sync-pill';
import { useKeys } from './use-keys';
import { UserMenu } from './user-menu';
import { goTo, useView, type Screen } from './view';

const places: { screen: Exclude<Screen, 'sync'>; icon: LucideIcon }[] = [
  { screen: 'sell', icon: ShoppingBag }, { screen: 'pickups', icon: PackageCheck }, { screen: 'returns', icon: Undo2 },
  { screen: 'orders', icon: ReceiptText }, { screen: 'stock', icon: Boxes }, { screen: 'receive', icon: Truck }, { screen: 'shift', icon: Vault },
];

let isDraftRestored = false;

/** Rail, search box, pill, and the screen; scans sell from anywhere unless a screen or dialog wants them. */
export function TillFrame() {
  const t = useTranslations('shell');
  const screen = useView((view) => view.screen);
  const hasShift = useTill((state) => state.shift !== null);
  const priceBook = useTill((state) => state.priceBook);
  const turnedAt = useTill((state) => state.turnedAt);
  useScan((code) => (hasShift ? sellCode(code) : refuseScan(t('scanNeedsShift'))));
  useEffect(() => { if (isDraftRestored) reprice(); }, [priceBook, turnedAt]);
  useEffect(() => {
    if (isDraftRestored || !hasShift) return;
    isDraftRestored = true;
    void restoreSale();
  }, [hasShift]);
  // Without a shift there is no sale; the other desks, what waits, and the last report stay in reach.
  const desk = screen === 'sell' ? (hasShift ? null : 'shift') : screen;
  return (
    <div className="till">
      <Rail />
      <TopBar />
      {desk === null ? <SellScreen /> : <Suspense fallback={<main className="till-main" data-wide><HoldInput /></main>}><LaterDesk screen={desk} /></Suspense>}
      <Suspense fallback={null}><LaterPayDialog /></Suspense>
    </div>
  );
}

function Rail() {
  const t = useTranslations('shell');
  const screen = useView((view) => view.screen);
  const pickupsWaiting = useTill((state) => state.pickupsWaiting);
  return (
    <nav className="till-rail" aria-label={t('places')}>
      {places.map(({ screen: place, icon: Icon }) => (
        <Button key={place} className="till-nav" aria-current={screen === place ? 'page' : undefined} onPress={() => goTo(place)}>
          <Icon size={22} aria-hidden="true" />
          <span>{t(`screens.${place}`)}</span>
          {place === 'pickups' && pickupsWaiting > 0 ? <span className="till-badge"><span aria-hidden="true">{pickupsWaiting}</span><span className="os-hidden">{t('waiting', { count: pickupsWaiting })}</span></span> : null}
        </Button>
      ))}
    </nav>
  );
}

function TopBar() {
  const t = useTranslations('shell');
  const query = useView((view) => view.query);
  const setQuery = useView((view) => view.setQuery);
  const role = useTill((state) => state.role);
  const search = useRef<HTMLInputElement>(null);
  useKeys({ F2: () => search.current?.focus() });
  return (
    <header className="till-top">
      <SearchField label={t('search')} placeholder={t('searchHint')} clearLabel={t('clear')} keyHint="F2" inputRef={search} value={query} onChange={setQuery} onSubmit={(text) => searchSubmit(text)} />
      {role === 'waiting' ? <Notice tone="waiting">{t('readOnly')}</Notice> : null}
      <SyncPill />
      <UserMenu />
    </header>
  );
}
