import type { TillPurchaseOrder } from '@oneshelf/contracts';
import { Button, Checkbox, QuantityStepper } from '@oneshelf/ui';
import { useTranslations } from 'use-intl';
import { useFormat } from '../../i18n/use-format';
import type { SoldLot } from '../../local/sale-parts';
import { useTill } from '../../local/till-state';
import { totalOf, type GoodsState, type LineCount } from './receipt-count';

type Line = TillPurchaseOrder['lines'][number];

interface Props {
  line: Line;
  count: LineCount;
  lots: readonly SoldLot[];
  state: GoodsState;
  onChange: (milli: number) => void;
  onSerials: () => void;
}

/** One product of the order: a tick takes all that is to come as good; the steps count in the state that is chosen. */
export function ReceiveLine({ line, count, lots, state, onChange, onSerials }: Props) {
  const t = useTranslations('receive');
  const tSerials = useTranslations('serials');
  const { quantity, locale } = useFormat();
  const bin = useTill((state) => state.bins.get(line.variantId));
  const unit = useTill((state) => state.catalogue)?.byVariantId(line.variantId)?.unit;
  const total = totalOf(count);
  const title = [line.title, line.variantTitle].filter(Boolean).join(' ');
  const detail = [
    line.sku, t('of', { counted: quantity(total, unit), open: quantity(line.openMilli, unit) }), total > line.openMilli ? t('over', { quantity: quantity(total - line.openMilli) }) : null,
    count.damaged > 0 ? t('damagedOf', { quantity: quantity(count.damaged) }) : null, count.checked > 0 ? t('checkedOf', { quantity: quantity(count.checked) }) : null,
    line.trackedBy === 'lot' ? (lots.length === 0 ? t('byLot') : t('lots', { list: lots.map((lot) => `${lot.lotCode} × ${quantity(lot.quantityMilli)}`).join(', ') })) : null,
    line.receivedMilli > 0 ? t('came', { quantity: quantity(line.receivedMilli, unit) }) : null, bin ? t('putTo', { bin }) : null,
  ].filter(Boolean).join(' · ');
  const others = total - count[state];
  // Each piece is named, so none is counted without its serial.
  if (line.trackedBy === 'serial') {
    return (
      <li className="till-row">
        <p className="till-grow till-named"><strong>{title}</strong><small>{detail}</small></p>
        <Button aria-label={`${title}: ${tSerials('countSerials', { count: total / 1000, open: line.openMilli / 1000 })}`} onPress={onSerials}>{tSerials('countSerials', { count: total / 1000, open: line.openMilli / 1000 })}</Button>
      </li>
    );
  }
  return (
    <li className="till-row">
      <div className="till-grow"><Checkbox isSelected={total > 0 && total >= line.openMilli} isIndeterminate={total > 0 && total < line.openMilli} onChange={(isTicked) => onChange(isTicked ? Math.max(0, line.openMilli - others) : 0)} detail={detail}>{title}</Checkbox></div>
      <QuantityStepper label={t('number', { state: t(`states.${state}`), title })} decreaseLabel={t('less', { title })} increaseLabel={t('more', { title })} locale={locale} minimumMilli={0} quantityMilli={count[state]} onChange={onChange} />
    </li>
  );
}
