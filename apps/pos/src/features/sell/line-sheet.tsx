import { Button, QuantityStepper, Sheet } from '@oneshelf/ui';
import { explainLine } from '@oneshelf/domain-pricing';
import { useLocale, useTranslations } from 'use-intl';
import { useFormat } from '../../i18n/use-format';
import { useTill } from '../../local/till-state';
import { setQuantity, useCart } from './cart';

/** Why a line costs what it costs, in the engine's own sentences; its quantity; and the way out of the sale. */
export function LineSheet({ lineId, onClose }: { lineId: string; onClose: () => void }) {
  const t = useTranslations('sell');
  const tShell = useTranslations('shell');
  const words = useLocale();
  const { locale, money } = useFormat();
  const quote = useCart((cart) => cart.quote);
  const catalogue = useTill((state) => state.catalogue);
  const line = quote?.lines.find((candidate) => candidate.lineId === lineId);
  const product = line && catalogue?.byVariantId(line.variantId);
  const title = product?.title ?? '';
  return (
    <Sheet isOpen={line !== undefined} onOpenChange={onClose} title={title} closeLabel={tShell('close')} footer={<Button variant="primary" onPress={onClose}>{t('backToSale')}</Button>}>
      {line && quote ? (
        <>
          <p className="till-muted">{[product?.variantTitle, product?.sku, money(line.totalMinor)].filter(Boolean).join(' · ')}</p>
          <div className="till-row">
            <QuantityStepper label={t('quantityOf', { title })} decreaseLabel={t('oneLess', { title })} increaseLabel={t('oneMore', { title })} locale={locale} quantityMilli={line.quantityMilli} onChange={(milli) => setQuantity(line.lineId, milli)} />
            <Button onPress={() => { setQuantity(line.lineId, 0); onClose(); }}>{t('takeOut')}</Button>
          </div>
          <h3>{t('whyThisPrice')}</h3>
          <ol className="till-why">{explainLine(line, words, quote.currency).map((sentence) => <li key={sentence}>{sentence}</li>)}</ol>
          <p className="till-muted">{t('bookVersion', { version: quote.bookVersion })}</p>
        </>
      ) : null}
    </Sheet>
  );
}
