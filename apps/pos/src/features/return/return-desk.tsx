import type { ReturnableLine, ReturnLookup, ReturnResult } from '@oneshelf/contracts';
import { Button, Checkbox, ChipGroup, Notice, QuantityStepper } from '@oneshelf/ui';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useScan } from '../../hardware/use-input';
import { playTone } from '../../hardware/tones';
import { useFormat } from '../../i18n/use-format';
import { useTill } from '../../local/till-state';
import { useReadableState } from '../../shell/use-readable-state';
import { RefundPane } from './refund-pane';
import { readSerial } from '../serials/line-serials';
import { lineOfScan } from './line-of-scan';
import { SerialChoice, unreadOf, withPiece } from './serial-choice';
import { dispositions, firstChoice, reasons, usualDisposition, type LineChoice } from './return-choice';

/** The lines of the sale; a scan ticks its line. */
export function ReturnDesk({ order, onLeave, onDone }: { order: ReturnLookup; onLeave: () => void; onDone: (result: ReturnResult) => void }) {
  const t = useTranslations('return');
  const { date, money } = useFormat();
  const { value: choices, read: readChoices, set: setChoices } = useReadableState<Record<string, LineChoice>>(() => ({}));
  const [wrongScan, setWrongScan] = useState<string | null>(null);
  const choose = (orderLineId: string, choice: LineChoice | null): void => {
    const { [orderLineId]: _before, ...rest } = readChoices();
    setChoices(choice ? { ...rest, [orderLineId]: choice } : rest);
  };
  useScan((code) => {
    const reading = readSerial(code, () => false);
    const piece = reading.kind === 'serial' ? reading.serial : null;
    const sold = order.lines.find((candidate) => piece !== null && candidate.serialNumbers?.includes(piece));
    if (sold && piece !== null) {
      const before = readChoices()[sold.orderLineId];
      playTone('taken');
      setWrongScan(null);
      if (!before?.serials?.includes(piece)) choose(sold.orderLineId, withPiece(sold, before ?? firstChoice, piece));
      return;
    }
    const line = lineOfScan(order.lines, code, readChoices());
    const chosen = line && readChoices()[line.orderLineId];
    const quantityMilli = Math.min(line?.returnableMilli ?? 0, (chosen?.quantityMilli ?? 0) + 1000);
    playTone(line && quantityMilli > 0 ? 'taken' : 'refused');
    setWrongScan(line && quantityMilli > 0 ? null : code);
    if (line && quantityMilli > 0) choose(line.orderLineId, { ...(chosen ?? firstChoice), quantityMilli });
  });
  return (
    <>
      <main className="till-main">
        <h1>{t('fromOrder', { number: order.number })}</h1>
        <p className="till-lead">{t('bought', { date: date(order.placedAt), name: order.customerName || t('noName'), amount: money(order.totalMinor) })} {order.tenders.map((tender) => tender.cardLabel ?? t(`tenders.${tender.kind}`)).join(', ')}</p>
        {wrongScan === null ? null : <div style={{ marginBottom: 12 }}><Notice tone="blocked">{t('wrongScan', { code: wrongScan })}</Notice></div>}
        <ol className="till-return-lines">
          {order.lines.map((line) => <ReturnLine key={line.orderLineId} line={line} choice={choices[line.orderLineId] ?? null} onChoose={(choice) => choose(line.orderLineId, choice)} />)}
        </ol>
        <div style={{ marginTop: 14 }}><Button variant="quiet" onPress={onLeave}>{t('otherSale')}</Button></div>
      </main>
      <RefundPane order={order} choices={choices} onDone={onDone} />
    </>
  );
}

function ReturnLine({ line, choice, onChoose }: { line: ReturnableLine; choice: LineChoice | null; onChoose: (choice: LineChoice | null) => void }) {
  const t = useTranslations('return');
  const tWeigh = useTranslations('sell.weigh');
  const { money, quantity, locale } = useFormat();
  const unit = useTill((state) => state.catalogue)?.byVariantId(line.variantId)?.unit;
  const canReturn = line.returnableMilli > 0;
  const [first] = line.units;
  const priceUnit = line.weightMilli === undefined ? unit : 'kg';
  const price = priceUnit ? tWeigh('each', { amount: money(line.listUnitMinor), unit: priceUnit }) : money(line.listUnitMinor);
  const each = line.weightMilli === undefined ? price : `${quantity(line.weightMilli, 'kg')} × ${price}`;
  const paid = first === undefined ? '' : first.discountMinor > 0 ? t('paidWithDiscount', { amount: each, discount: money(first.discountMinor) }) : t('paid', { amount: each });
  const detail = canReturn ? [paid, line.returnableMilli > 1000 ? t('returnable', { quantity: quantity(line.returnableMilli, unit) }) : null].filter(Boolean).join(' · ') : line.returnedMilli > 0 ? t('allReturned') : t('notFulfilled');
  const pieceMilli = line.returnableMilli % 1000 === 0 ? 1000 : line.returnableMilli;
  return (
    <li className="till-return-line" data-ticked={choice !== null || undefined}>
      <Checkbox isSelected={choice !== null} isDisabled={!canReturn} onChange={(isTicked) => onChoose(isTicked ? { ...firstChoice, quantityMilli: pieceMilli } : null)} detail={detail}>{line.title}</Checkbox>
      {choice === null ? null : (
        <div className="till-return-more">
          {line.returnableMilli > pieceMilli && !(line.bySerial && unreadOf(line) === 0) ? <QuantityStepper label={t('quantityOf', { title: line.title })} decreaseLabel={t('oneLess')} increaseLabel={t('oneMore')} locale={locale} maximumMilli={line.returnableMilli} quantityMilli={choice.quantityMilli} onChange={(quantityMilli) => onChoose({ ...choice, quantityMilli })} /> : null}
          <SerialChoice line={line} choice={choice} onChoose={onChoose} />
          <ChipGroup label={t('reason')} value={choice.reason} chips={reasons.map((id) => ({ id, label: t(`reasons.${id}`) }))} onChange={(id) => { const reason = reasons.find((name) => name === id); if (reason) onChoose({ ...choice, reason, disposition: usualDisposition(reason) }); }} />
          <ChipGroup label={t('disposition')} value={choice.disposition} chips={dispositions.map((id) => ({ id, label: t(`dispositions.${id}`) }))} onChange={(id) => { const disposition = dispositions.find((name) => name === id); if (disposition) onChoose({ ...choice, disposition }); }} />
        </div>
      )}
    </li>
  );
}
