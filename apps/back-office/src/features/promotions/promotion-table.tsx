'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { PromotionAnswer, PromotionList } from '@oneshelf/contracts';
import { Button, DataTable, StatusTag, type DataColumn, type StatusLook } from '@oneshelf/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { ScreenError } from '../../screen-error';
import { Dialog } from '../../shell/later-overlay';
import { sayDone } from '../../toasts';
import { CouponBatchesDialog } from './coupon-batches-dialog';
import { endPromotion, promotionList } from './promotions-api';
import { useMarkets } from './use-markets';
import { usePromotionUsage } from './use-promotion-usage';
import { usePromotionWords } from './use-promotion-words';

/** Each promotion as the sentence that it is, with its state; ending one asks first. */
export function PromotionTable({ items, collections }: Pick<PromotionList, 'items' | 'collections'>) {
  const t = useTranslations('promotions');
  const shell = useTranslations('shell');
  const [asked, setAsked] = useState<PromotionAnswer | null>(null);
  const [coded, setCoded] = useState<PromotionAnswer | null>(null);
  const end = useEnd(() => setAsked(null));
  const columns = usePromotionColumns(collections, { onEnd: setAsked, onCodes: setCoded });
  return (
    <>
      <DataTable caption={t('caption')} columns={columns} rows={items} rowKey={(item) => item.id} />
      <Dialog
        isAlert isOpen={asked !== null} onOpenChange={() => setAsked(null)} title={t('end.title', { name: asked?.name ?? '' })} closeLabel={shell('close')}
        footer={<><Button onPress={() => setAsked(null)}>{t('end.cancel')}</Button><Button variant="danger" isPending={end.isPending} onPress={() => { if (asked) end.mutate(asked); }}>{t('end.confirm')}</Button></>}
      >
        <p>{t('end.text')}</p>
        {end.error ? <ScreenError error={end.error} /> : null}
      </Dialog>
      <CouponBatchesDialog promotion={coded} onClose={() => setCoded(null)} />
    </>
  );
}

type Acts = Record<'onEnd' | 'onCodes', (item: PromotionAnswer) => void>;

function usePromotionColumns(collections: PromotionList['collections'], { onEnd, onCodes }: Acts): readonly DataColumn<PromotionAnswer>[] {
  const t = useTranslations('promotions');
  const format = useFormatter();
  const { marketName, channelName, timeZone, currencyOf } = useMarkets();
  const words = usePromotionWords(collections);
  const used = usePromotionUsage();
  const looks: StatusLook<PromotionAnswer['state']> = {
    upcoming: { label: t('states.upcoming'), tone: 'info' }, running: { label: t('states.running'), tone: 'done' }, over: { label: t('states.over'), tone: 'neutral' },
  };
  const when = (instant: string, market: string) => format.dateTime(new Date(instant), { dateStyle: 'medium', timeStyle: 'short', timeZone: timeZone(market) });
  const channels = (item: PromotionAnswer) => (item.definition.channelCodes.length === 0 ? t('allChannels') : format.list(item.definition.channelCodes.map(channelName)));
  return [
    { id: 'name', header: t('columns.name'), cell: (item) => item.name },
    { id: 'says', header: t('columns.says'), cell: (item) => <>{words(item.definition, currencyOf(item.marketCode))}<small>{t('where', { market: marketName(item.marketCode), channels: channels(item) })}</small></> },
    { id: 'dates', header: t('columns.dates'), cell: (item) => <>{t('from', { when: when(item.startsAt, item.marketCode) })}<small>{t('until', { when: when(item.endsAt, item.marketCode) })}</small></> },
    { id: 'state', header: t('columns.state'), cell: (item) => <><StatusTag status={item.state} looks={looks} /><small>{used(item, currencyOf(item.marketCode))}</small></> },
    {
      id: 'act', header: t('columns.act'),
      cell: (item) => (
        <>
          {item.definition.coupon?.codes.length === 0 ? <Button size="small" aria-label={t('codes.label', { name: item.name })} onPress={() => onCodes(item)}>{t('codes.action')}</Button> : null}
          {item.state === 'over' ? null : <Button size="small" aria-label={t('end.label', { name: item.name })} onPress={() => onEnd(item)}>{t('end.action')}</Button>}
        </>
      ),
    },
  ];
}

function useEnd(onDone: () => void) {
  const t = useTranslations('promotions.end');
  const client = useQueryClient();
  return useMutation({
    mutationFn: (item: PromotionAnswer) => endPromotion(item.id),
    onSuccess: async (_answer, item) => {
      onDone();
      sayDone({ text: t('done', { name: item.name }) });
      await client.invalidateQueries({ queryKey: promotionList.queryKey });
    },
  });
}
