'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReceiveTransferRequest, TransferAnswer } from '@oneshelf/contracts';
import { fitsUnit } from '@oneshelf/domain-kernel';
import { Button, ChoiceList, formatQuantities, formatQuantity, NumberField } from '@oneshelf/ui';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { api } from '../../api';
import { ScreenError } from '../../screen-error';
import { Dialog } from '../../shell/later-overlay';
import { sayDone } from '../../toasts';
import { ArrivingPieces, type Arrived } from './arriving-pieces';
import styles from './stock-work.module.css';
import { useIntentKey } from './use-intent-key';

type Line = TransferAnswer['lines'][number];
interface Given { goodMilli: number; damagedMilli: number }

/** What arrived, line by line; what did not is given up or still comes. */
export function ReceiveTransferDialog({ transfer, onClose }: { transfer: TransferAnswer; onClose: () => void }) {
  const t = useTranslations('stock-work.transfers');
  const shell = useTranslations('shell');
  const locale = useLocale();
  const client = useQueryClient();
  const keyOf = useIntentKey();
  const lines = transfer.lines.filter((line) => line.inTransitMilli > 0);
  // Pieces with a serial are named one by one; what has none is taken to have come.
  const [given, setGiven] = useState<Record<string, Given>>(() => Object.fromEntries(lines.map((line) => [line.id, { goodMilli: line.inTransitMilli - line.serialsOnRoad.length * 1000, damagedMilli: 0 }])));
  const [pieces, setPieces] = useState<Record<string, Arrived>>({});
  const [rest, setRest] = useState<string | null>(null);
  const byHand = (line: Line): Given => given[line.id] ?? { goodMilli: 0, damagedMilli: 0 };
  const of = (line: Line): Given => {
    const named = Object.values(pieces[line.id] ?? {});
    const damagedMilli = named.filter((state) => state === 'damaged').length * 1000;
    return { goodMilli: byHand(line).goodMilli + named.length * 1000 - damagedMilli, damagedMilli: byHand(line).damagedMilli + damagedMilli };
  };
  const missing = lines.reduce((sum, line) => sum + Math.max(0, line.inTransitMilli - of(line).goodMilli - of(line).damagedMilli), 0);
  const receive = useMutation({
    mutationFn: (body: ReceiveTransferRequest) => api.post('/api/stock/transfers/{id}/receipts', { params: { path: { id: transfer.id } }, body, idempotencyKey: keyOf(body) }),
    onSuccess: async ({ status }) => { await client.invalidateQueries({ queryKey: ['stock'] }); sayDone({ text: t(status === 'received' ? 'done.closed' : 'done.receive') }); onClose(); },
  });
  const set = (line: Line, change: Partial<Given>): void => setGiven((before) => ({ ...before, [line.id]: { ...byHand(line), ...change } }));
  return (
    <Dialog isOpen size="wide" onOpenChange={(isOpen) => { if (!isOpen) onClose(); }} title={t('receiveTitle', { place: transfer.fromName })} closeLabel={shell('close')}
      footer={<><Button onPress={onClose}>{t('back')}</Button><Button variant="primary" isDisabled={(missing > 0 && rest === null) || lines.some((line) => !fitsUnit(of(line).goodMilli, line.unit) || !fitsUnit(of(line).damagedMilli, line.unit))} isPending={receive.isPending} onPress={() => receive.mutate({ lines: lines.map((line) => ({ ...receiptLine(line, of(line), rest === 'gone'), ...serialsOf(pieces[line.id]) })) })}>{t('receiveAct')}</Button></>}>
      <div className={styles.form}>
        {receive.error ? <ScreenError error={receive.error} /> : null}
        {lines.map((line) => (
          <fieldset key={line.id} className={styles.pair}>
            <legend>{line.title} · {line.sku} · {t('onTheWay', { quantity: formatQuantity(line.inTransitMilli, locale, line.unit) })}</legend>
            {line.serialsOnRoad.length > 0 ? <ArrivingPieces title={line.title} sent={line.serialsOnRoad} arrived={pieces[line.id] ?? {}} onChange={(next) => setPieces((before) => ({ ...before, [line.id]: next }))} /> : null}
            {line.inTransitMilli > line.serialsOnRoad.length * 1000 ? (
              <>
                <NumberField label={line.serialsOnRoad.length > 0 ? t('goodUnnamed') : t('good')} error={fitsUnit(byHand(line).goodMilli, line.unit) ? undefined : t('wholeOnly')} minValue={0} maxValue={1_000_000} formatOptions={{ maximumFractionDigits: 3 }} value={byHand(line).goodMilli / 1000} onChange={(value) => set(line, { goodMilli: milliOf(value) })} />
                <NumberField label={t('column.damaged')} error={fitsUnit(byHand(line).damagedMilli, line.unit) ? undefined : t('wholeOnly')} minValue={0} maxValue={1_000_000} formatOptions={{ maximumFractionDigits: 3 }} value={byHand(line).damagedMilli / 1000} onChange={(value) => set(line, { damagedMilli: milliOf(value) })} />
              </>
            ) : null}
          </fieldset>
        ))}
        {missing > 0 ? <ChoiceList label={t('rest', { quantity: formatQuantities(lines.map((line) => ({ unit: line.unit, quantityMilli: Math.max(0, line.inTransitMilli - of(line).goodMilli - of(line).damagedMilli) })), locale) })} value={rest} onChange={setRest} choices={[{ id: 'later', label: t('restLater') }, { id: 'gone', label: t('restGone') }]} /> : null}
      </div>
    </Dialog>
  );
}

const milliOf = (units: number): number => (Number.isFinite(units) ? Math.round(units * 1000) : 0);

function serialsOf(arrived: Arrived = {}) {
  const of = (which: Arrived[string]): string[] => Object.entries(arrived).flatMap(([serial, state]) => (state === which ? [serial] : []));
  return Object.keys(arrived).length === 0 ? {} : { serials: of('good'), damagedSerials: of('damaged') };
}

function receiptLine(line: Line, { goodMilli, damagedMilli }: Given, isGone: boolean) {
  const damaged = Math.min(damagedMilli, line.inTransitMilli);
  const good = Math.min(goodMilli, line.inTransitMilli - damaged);
  return { lineId: line.id, receivedMilli: good, damagedMilli: damaged, missingMilli: isGone ? line.inTransitMilli - damaged - good : 0, surplusMilli: goodMilli - good };
}
