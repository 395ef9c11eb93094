'use client';
import type { PromotionAnswer } from '@oneshelf/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { ScreenError } from '../../screen-error';
import { Dialog } from '../../shell/later-overlay';
import { sayDone } from '../../toasts';
import { endPromotion, promotionList } from './promotions-api';

/** Asks before a promotion ends for good. */
export function EndPromotionDialog({ promotion, onClose, onEnded }: { promotion: PromotionAnswer | null; onClose: () => void; onEnded?: () => void }) {
  const t = useTranslations('promotions.end');
  const shell = useTranslations('shell');
  const client = useQueryClient();
  const end = useMutation({
    mutationFn: (item: PromotionAnswer) => endPromotion(item.id),
    onSuccess: async (_answer, item) => {
      onClose();
      sayDone({ text: t('done', { name: item.name }) });
      await client.invalidateQueries({ queryKey: promotionList.queryKey });
      onEnded?.();
    },
  });
  return (
    <Dialog
      isAlert isOpen={promotion !== null} onOpenChange={onClose} title={t('title', { name: promotion?.name ?? '' })} closeLabel={shell('close')}
      footer={<><Button onPress={onClose}>{t('cancel')}</Button><Button variant="danger" isPending={end.isPending} onPress={() => { if (promotion) end.mutate(promotion); }}>{t('confirm')}</Button></>}
    >
      <p>{t('text')}</p>
      {end.error ? <ScreenError error={end.error} /> : null}
    </Dialog>
  );
}
