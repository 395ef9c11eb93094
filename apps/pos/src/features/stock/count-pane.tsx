import type { TillCountsAnswer } from '@oneshelf/contracts';
import { Button, Notice, ProgressBar, QuantityStepper } from '@oneshelf/ui';
import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useScan } from '../../hardware/use-input';
import { playTone } from '../../hardware/tones';
import { useFormat } from '../../i18n/use-format';
import { countedProducts, keepCountScan, type CountedProduct } from '../../local/count-scans';
import type { KeptCountScan } from '../../local/database';
import { newId } from '../../local/new-id';
import { clock, database } from '../../local/runtime';
import { sendScans } from '../../local/till';
import { useTill } from '../../local/till-state';
import { refuseScan } from '../../shell/refuse-scan';
import { useIsOffline } from '../../shell/use-connection';
import { useStaff, useView } from '../../shell/view';
import { readSerial } from '../serials/line-serials';
import { CloseCountDialog } from './close-count-dialog';
import { CountPiecesDialog } from './count-pieces-dialog';
import { RefusedScans } from './refused-scans';
import { StockParts } from './stock-parts';
import { TypeQuantity } from './type-quantity';

const mostShown = 60;

/** One count: each scan is one piece, a number can be typed; what is expected is not on this till. */
export function CountPane({ count, kept, onLeave }: { count: TillCountsAnswer['items'][number]; kept: KeptCountScan[]; onLeave?: (() => void) | undefined }) {
  const t = useTranslations('stock.count');
  const { quantity } = useFormat();
  const staff = useStaff();
  const isOffline = useIsOffline();
  const catalogue = useTill((state) => state.catalogue);
  const say = useView((view) => view.say);
  const query = useView((view) => view.query).trim().toLowerCase();
  const [last, setLast] = useState<string | null>(null);
  const [isClosing, setClosing] = useState(false);
  const [pieceVariantId, setPieceVariantId] = useState<string | null>(null);
  const tSerials = useTranslations('serials');
  const products = useMemo(() => countedProducts(count, kept), [count, kept]);
  const mine = kept.filter(({ countId }) => countId === count.id);
  const waiting = mine.filter(({ state }) => state === 'waiting').length;
  const isBySerial = (variantId: string): boolean => catalogue?.isBySerial(variantId) ?? false;
  const textOf = (variantId: string) => catalogue?.byVariantId(variantId) ?? null;
  const change = (variantId: string, quantityMilli: number, serialNumber?: string): void => {
    if (quantityMilli === 0) return;
    const product = products.find((one) => one.variantId === variantId);
    if (count.round === 2 && (!product?.isPlanned || product.firstCounterIds.includes(staff.id))) return refuseScan(product?.isPlanned ? t('samePerson') : t('notToRecount'));
    if (serialNumber !== undefined && quantityMilli > 0 && product?.serials.includes(serialNumber)) return refuseScan(tSerials('countedAlready', { serial: serialNumber }));
    playTone('taken');
    setLast(variantId);
    say(t('scanned', { title: textOf(variantId)?.title ?? '', quantity: quantity((product?.countedMilli ?? 0) + quantityMilli) }));
    void keepCountScan(database, { id: newId(), countId: count.id, variantId, round: count.round, quantityMilli, personId: staff.id, personName: staff.name, scannedAt: clock.now(), ...(serialNumber === undefined ? {} : { serialNumber }) }).then(() => void sendScans());
  };
  useScan((code) => {
    const product = catalogue?.byCode(code);
    if (!product) return refuseScan(t('unknownCode', { code }));
    if (!isBySerial(product.variantId)) return change(product.variantId, 1000);
    // A code of the maker that names the piece counts it; any other leads to where the serials are scanned.
    const reading = readSerial(code, () => true);
    if (reading.kind === 'serial') change(product.variantId, 1000, reading.serial);
    else setPieceVariantId(product.variantId);
  });
  const done = products.filter(({ isPlanned, countedMilli }) => isPlanned && countedMilli !== null).length;
  const found = query === '' ? inOrder(products, last) : (catalogue?.search(query, mostShown) ?? []).map(({ variantId }) => products.find((one) => one.variantId === variantId) ?? { variantId, countedMilli: null, isPlanned: false, firstCounterIds: [], serials: [] });
  const lastProduct = last === null ? undefined : products.find(({ variantId }) => variantId === last);
  return (
    <>
      <main className="till-main">
        <StockParts />
        <h1>{count.title === '' ? t('shortPicks') : count.title}</h1>
        <p className="till-lead">{count.round === 2 ? t('againLead') : t('paneLead')}</p>
        <ul className="till-list">{found.slice(0, mostShown).map((product) => <CountRow key={product.variantId} product={product} onChange={(milli) => change(product.variantId, milli)} isBySerial={isBySerial(product.variantId)} onPieces={() => setPieceVariantId(product.variantId)} onChoose={() => setLast(product.variantId)} />)}</ul>
        {found.length > mostShown ? <p className="till-muted">{t('more', { count: found.length - mostShown })}</p> : null}
      </main>
      <aside className="till-side" aria-label={t('progressLabel')}>
        <p className="till-muted">{count.number}</p>
        <ProgressBar label={t('progressLabel')} percent={count.lines.length === 0 ? 0 : (done / count.lines.length) * 100} valueText={t('progress', { done, total: count.lines.length })} />
        {waiting > 0 ? <Notice tone="waiting">{isOffline ? t('keptOffline', { count: waiting }) : t('kept', { count: waiting })}</Notice> : null}
        <RefusedScans scans={mine.filter(({ state }) => state === 'refused')} />
        <div className="till-count-last" aria-live="off">
          {last === null || isBySerial(last) ? <p className="till-muted">{last === null ? t('scanFirst') : t('scanned', { title: textOf(last)?.title ?? '', quantity: quantity(lastProduct?.countedMilli ?? 0) })}</p> : <TypeQuantity key={last} product={textOf(last)} countedMilli={lastProduct?.countedMilli ?? 0} onSet={(milli) => change(last, milli - (lastProduct?.countedMilli ?? 0))} />}
        </div>
        <span className="till-grow" />
        <div className="till-acts">{onLeave ? <Button variant="soft" onPress={onLeave}>{t('otherCount')}</Button> : null}</div>
        <Button variant="primary" size="large" isDisabled={isOffline || waiting > 0} onPress={() => setClosing(true)}>{isOffline ? t('closeNeedsConnection') : waiting > 0 ? t('closeWaits') : t('close')}</Button>
      </aside>
      {pieceVariantId === null ? null : <CountPiecesDialog title={textOf(pieceVariantId)?.title ?? ''} product={products.find(({ variantId }) => variantId === pieceVariantId) ?? { variantId: pieceVariantId, countedMilli: null, isPlanned: false, firstCounterIds: [], serials: [] }} onCount={(milli, serial) => change(pieceVariantId, milli, serial)} onClose={() => setPieceVariantId(null)} />}
      {isClosing ? <CloseCountDialog countId={count.id} round={count.round} left={count.lines.length - done} onClose={() => setClosing(false)} /> : null}
    </>
  );
}

/** What was scanned last on top, then what is still to be found, then the rest. */
function inOrder(products: readonly CountedProduct[], last: string | null): CountedProduct[] {
  const rank = ({ variantId, countedMilli }: CountedProduct): number => (variantId === last ? 0 : countedMilli === null ? 1 : 2);
  return [...products].sort((a, b) => rank(a) - rank(b));
}

interface RowProps { product: CountedProduct; isBySerial: boolean; onChange: (milli: number) => void; onPieces: () => void; onChoose: () => void }

function CountRow({ product, isBySerial, onChange, onPieces, onChoose }: RowProps) {
  const t = useTranslations('stock.count');
  const { locale, quantity } = useFormat();
  const tSerials = useTranslations('serials');
  // The catalogue makes a product each time it is asked: only the catalogue itself keeps its identity.
  const catalogue = useTill((state) => state.catalogue);
  const known = catalogue?.byVariantId(product.variantId) ?? null;
  const title = known?.title ?? t('unknownProduct');
  const counted = product.countedMilli;
  return (
    <li className="till-count-row" data-counted={counted !== null || undefined}>
      <span className="till-grow"><strong>{title}</strong><span className="till-muted">{[known?.variantTitle, known?.sku, product.isPlanned ? null : t('besidePlan')].filter(Boolean).join(' · ')}</span></span>
      {counted === null ? <span className="till-muted">{t('notYet')}</span> : null}
      {isBySerial ? <Button aria-label={tSerials('countPieces', { title, quantity: quantity(counted ?? 0) })} onPress={onPieces}>{tSerials('countedButton', { quantity: quantity(counted ?? 0) })}</Button> : null}
      {isBySerial ? null : <QuantityStepper label={t('quantityOf', { title })} decreaseLabel={t('oneLess', { title })} increaseLabel={t('oneMore', { title })} locale={locale} minimumMilli={0} quantityMilli={counted ?? 0} onChange={(milli) => onChange(milli - (counted ?? 0))} />}
      {isBySerial ? null : <Button variant="soft" aria-label={t('typeOf', { title })} onPress={onChoose}>{t('type')}</Button>}
    </li>
  );
}
