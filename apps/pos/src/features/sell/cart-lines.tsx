import { QuantityStepper } from '@oneshelf/ui';
import { memo, useEffect, useMemo, useRef } from 'react';
import { Button } from 'react-aria-components';
import { pricedMilli, type QuoteLine } from '@oneshelf/domain-pricing';
import { useTranslations } from 'use-intl';
import { useFormat } from '../../i18n/use-format';
import { priceUnitOf } from '../../local/catalogue';
import { useTill } from '../../local/till-state';
import { useView } from '../../shell/view';
import { missingOf } from '../serials/line-serials';
import { askForSerials } from '../serials/serial-task';
import { BundleParts } from './bundle-parts';
import { setQuantity, useCart } from './cart';
import { weigh } from './weighing';

/** The lines of the sale; the newest is highlighted, in sight, and spoken. */
export function CartLines({ onExplain }: { onExplain: (lineId: string) => void }) {
  const t = useTranslations('sell');
  const quote = useCart((cart) => cart.quote);
  const newestLineId = useCart((cart) => cart.newestLineId);
  const catalogue = useTill((state) => state.catalogue);
  const say = useView((view) => view.say);
  const { money, quantity } = useFormat();
  useEffect(() => {
    const newest = quote?.lines.find(({ lineId }) => lineId === newestLineId);
    if (newest) say(t('added', { title: catalogue?.byVariantId(newest.variantId)?.title ?? '', quantity: quantity(pricedMilli(newest), priceUnitOf(catalogue?.byVariantId(newest.variantId))), amount: money(newest.listMinor) }));
  }, [quote, newestLineId, catalogue, say, t, money, quantity]);
  return (
    <ol className="till-lines" aria-label={t('lines')} tabIndex={quote && quote.lines.length > 4 ? 0 : undefined}>
      {quote?.lines.map((line) => <Line key={line.lineId} line={line} isNewest={line.lineId === newestLineId} onExplain={onExplain} />)}
    </ol>
  );
}

interface LineProps { line: QuoteLine; isNewest: boolean; onExplain: (lineId: string) => void }

/** Each scan makes a new quote; only the lines that look different are drawn again. */
const looksTheSame = (before: LineProps, now: LineProps): boolean =>
  before.isNewest === now.isNewest && before.onExplain === now.onExplain
  && (['lineId', 'variantId', 'quantityMilli', 'weightMilli', 'listUnitMinor', 'listMinor'] as const).every((part) => before.line[part] === now.line[part])
  && usualUnit(before.line) === usualUnit(now.line) && before.line.trace.override?.reason === now.line.trace.override?.reason;

/** What the books ask for one, where a price was set by hand; undefined: none was, null: no book has one. */
const usualUnit = ({ trace }: QuoteLine): number | null | undefined =>
  trace.override && (trace.candidates.find(({ because }) => because === 'overridden')?.amountMinor ?? null);

const Line = memo(function Line({ line, isNewest, onExplain }: LineProps) {
  const t = useTranslations('sell');
  const tHand = useTranslations('byHand');
  const { money, quantity, locale } = useFormat();
  const catalogue = useTill((state) => state.catalogue);
  const product = useMemo(() => catalogue?.byVariantId(line.variantId) ?? null, [catalogue, line.variantId]);
  const lots = useCart((cart) => cart.lines.find(({ lineId }) => lineId === line.lineId)?.lots);
  const place = useRef<HTMLLIElement>(null);
  useEffect(() => { if (isNewest) place.current?.scrollIntoView({ block: 'nearest' }); }, [isNewest, line.quantityMilli]);
  const title = product?.title ?? line.variantId;
  const usual = usualUnit(line);
  const priceUnit = priceUnitOf(product);
  const unit = priceUnit ? t('weigh.each', { amount: money(line.listUnitMinor), unit: priceUnit }) : money(line.listUnitMinor);
  const price = usual === undefined ? unit : usual === null ? tHand('priceByHandOnly', { amount: unit }) : tHand('priceByHand', { amount: unit, usual: money(usual) });
  return (
    <li ref={place} className="till-line" data-newest={isNewest || undefined}>
      <Button className="till-line-text" aria-label={t('explain', { title })} onPress={() => onExplain(line.lineId)}>
        <strong>{title}</strong>
        <small>{[product?.variantTitle, price, lots && lots.length > 0 ? t('lot', { codes: lots.map(({ lotCode }) => lotCode).join(', ') }) : null].filter(Boolean).join(' · ')}</small>
      </Button>
      {priceUnit ? <Button className="till-weighed" aria-label={t('weigh.again', { title, quantity: quantity(pricedMilli(line), priceUnit) })} onPress={() => weigh({ variantId: line.variantId, lineId: line.lineId })}>{quantity(pricedMilli(line), priceUnit)}</Button> : <QuantityStepper label={t('quantityOf', { title })} decreaseLabel={t('oneLess', { title })} increaseLabel={t('oneMore', { title })} locale={locale} minimumMilli={0} quantityMilli={line.quantityMilli} onChange={(milli) => setQuantity(line.lineId, milli)} />}
      <span className="till-line-amount">{money(line.listMinor)}</span>
      <BundleParts variantId={line.variantId} quantityMilli={line.quantityMilli} />
      <LineSerials lineId={line.lineId} title={title} />
    </li>
  );
}, looksTheSame);

/** Which pieces the line is, where they are told apart, and how many still have to be read. */
function LineSerials({ lineId, title }: { lineId: string; title: string }) {
  const t = useTranslations('serials');
  const catalogue = useTill((state) => state.catalogue);
  const line = useCart((cart) => cart.lines.find((one) => one.lineId === lineId));
  if (!line || !catalogue?.isBySerial(line.variantId)) return null;
  const missing = missingOf(line, catalogue);
  const words = [...(line.serials?.length ? [t('of', { serials: line.serials.join(', ') })] : []), ...(line.notRead ? [t('notRead', { count: line.notRead.pieces, name: line.notRead.allowedBy })] : []), ...(missing > 0 ? [t('missing', { count: missing })] : [])].join(' · ');
  return <Button className="till-line-serials" data-missing={missing > 0 || undefined} aria-label={t('change', { title, serials: words })} onPress={() => askForSerials(lineId)}>{words}</Button>;
}
