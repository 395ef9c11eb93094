import { Button, QuantityStepper } from '@oneshelf/ui';
import { useTranslations } from 'use-intl';
import { useFormat } from '../../i18n/use-format';
import { isNamed, mostOf, unnamedOf, type Found, type TransferLine } from './transfer-found';

interface Props {
  line: TransferLine;
  isToSend: boolean;
  found: Found;
  onChange: (next: Found) => void;
  onSerials: () => void;
}

/** One product of a transfer: how much of it was scanned. Where each piece has a serial, the way to scan them. */
export function TransferRow({ line, isToSend, found, onChange, onSerials }: Props) {
  const t = useTranslations('stock.transfers');
  const tSerials = useTranslations('serials');
  const { quantity, locale } = useFormat();
  const { allMilli, damagedMilli } = found;
  const mostMilli = mostOf(line, isToSend);
  const isBySerial = isNamed(line, isToSend);
  const steps = isBySerial ? { milli: unnamedOf(found), most: line.unnamedMilli } : { milli: allMilli, most: mostMilli };
  const detail = [
    line.variantTitle, line.sku, isToSend ? t('thereAre', { quantity: quantity(line.availableMilli) }) : null, allMilli > mostMilli ? t('tooMany', { quantity: quantity(allMilli - mostMilli) }) : null,
    damagedMilli > 0 ? t('damaged', { quantity: quantity(damagedMilli) }) : null, isBySerial && line.unnamedMilli > 0 ? t('unnamed', { quantity: quantity(line.unnamedMilli) }) : null,
  ];
  const step = (milli: number): void => {
    const next = isBySerial ? Math.min(milli, steps.most) : milli;
    onChange({ ...found, allMilli: allMilli - steps.milli + next, damagedMilli: Math.min(damagedMilli, allMilli - steps.milli + next) });
  };
  return (
    <li className="till-row">
      <div className="till-grow">
        <strong>{line.title}</strong>
        <p className="till-muted">{detail.filter(Boolean).join(' · ')}</p>
        {isToSend || isBySerial ? null : <Button size="small" isDisabled={damagedMilli >= Math.min(allMilli, mostMilli)} onPress={() => onChange({ ...found, damagedMilli: damagedMilli + 1000 })}>{t('damagedOne')}</Button>}
        {isBySerial ? <Button size="small" aria-label={`${line.title}: ${tSerials('countSerials', serialCount())}`} onPress={onSerials}>{tSerials('countSerials', serialCount())}</Button> : null}
      </div>
      <span>{t('ofAll', { quantity: quantity(allMilli), most: quantity(mostMilli) })}</span>
      {isBySerial && line.unnamedMilli === 0 ? null : <QuantityStepper label={t('quantityOf', { title: line.title })} decreaseLabel={t('oneLess', { title: line.title })} increaseLabel={t('oneMore', { title: line.title })} locale={locale} minimumMilli={0} quantityMilli={steps.milli} onChange={step} />}
    </li>
  );

  function serialCount() {
    return { count: found.serials.length, open: isToSend ? Math.floor(mostMilli / 1000) : line.serialsOnRoad.length };
  }
}
