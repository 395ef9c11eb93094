import { Button, QuantityStepper, Sheet } from '@oneshelf/ui';
import { explainLine, pricedMilli } from '@oneshelf/domain-pricing';
import { Percent, Tag } from 'lucide-react';
import { useLocale, useTranslations } from 'use-intl';
import { useFormat } from '../../i18n/use-format';
import { priceUnitOf } from '../../local/catalogue';
import { useTill } from '../../local/till-state';
import { lineOf } from '../by-hand/hand-basket';
import type { HandTask } from '../by-hand/hand-draft';
import { setQuantity, useCart } from './cart';
import { weigh } from './weighing';

/** Why a line costs what it costs, in the engine's own sentences; its quantity; price and discount by hand; and the way out of the sale. */
export function LineSheet({ lineId, onByHand, onClose }: { lineId: string; onByHand: (task: HandTask) => void; onClose: () => void }) {
  const t = useTranslations('sell');
  const tHand = useTranslations('byHand');
  const tShell = useTranslations('shell');
  const words = useLocale();
  const { locale, money, quantity } = useFormat();
  const quote = useCart((cart) => cart.quote);
  const acts = useCart((cart) => cart.acts).filter((act) => lineOf(act) === lineId);
  const catalogue = useTill((state) => state.catalogue);
  const line = quote?.lines.find((candidate) => candidate.lineId === lineId);
  const product = line && catalogue?.byVariantId(line.variantId);
  const title = product?.title ?? '';
  const priceUnit = priceUnitOf(product);
  return (
    <Sheet isOpen={line !== undefined} onOpenChange={onClose} title={title} closeLabel={tShell('close')} footer={<Button variant="primary" onPress={onClose}>{t('backToSale')}</Button>}>
      {line && quote ? (
        <>
          <p className="till-muted">{[product?.variantTitle, product?.sku, money(line.totalMinor)].filter(Boolean).join(' · ')}</p>
          <div className="till-row">
            {priceUnit ? <Button onPress={() => { weigh({ variantId: line.variantId, lineId }); onClose(); }}>{t('weigh.again', { title, quantity: quantity(pricedMilli(line), priceUnit) })}</Button> : <QuantityStepper label={t('quantityOf', { title })} decreaseLabel={t('oneLess', { title })} increaseLabel={t('oneMore', { title })} locale={locale} quantityMilli={line.quantityMilli} onChange={(milli) => setQuantity(line.lineId, milli)} />}
            <Button onPress={() => { setQuantity(line.lineId, 0); onClose(); }}>{t('takeOut')}</Button>
          </div>
          <div className="till-row">
            <Button icon={<Tag size={20} aria-hidden="true" />} onPress={() => onByHand({ kind: 'price', lineId })}>{tHand('price')}</Button>
            <Button icon={<Percent size={20} aria-hidden="true" />} onPress={() => onByHand({ kind: 'discount', lineId })}>{tHand('discount')}</Button>
          </div>
          <h3>{t('whyThisPrice')}</h3>
          <ol className="till-why">{explainLine(line, words, quote.currency).map((sentence) => <li key={sentence}>{sentence}</li>)}</ol>
          {acts.map((act) => <p key={act.target.kind} className="till-muted">{act.text}: {act.approvedBy ? tHand('givenAndApproved', { name: act.givenBy.name, approver: act.approvedBy.name }) : tHand('givenBy', { name: act.givenBy.name })}</p>)}
          <p className="till-muted">{t('bookVersion', { version: quote.bookVersion })}</p>
        </>
      ) : null}
    </Sheet>
  );
}
