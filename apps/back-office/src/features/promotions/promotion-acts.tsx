'use client';
import type { PromotionAnswer } from '@oneshelf/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, LinkButton } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ScreenError } from '../../screen-error';
import { sayDone } from '../../toasts';
import { EndPromotionDialog } from './end-promotion-dialog';
import { pausePromotion, resumePromotion } from './promotions-api';

/** What can be done with a published promotion besides editing it. */
export function PromotionActs({ promotion }: { promotion: PromotionAnswer }) {
  const t = useTranslations('promotion-desk.acts');
  const router = useRouter();
  const client = useQueryClient();
  const [isEnding, setEnding] = useState(false);
  const isPaused = promotion.state === 'paused';
  const pause = useMutation({
    mutationFn: () => (isPaused ? resumePromotion(promotion.id) : pausePromotion(promotion.id)),
    onSuccess: async () => {
      sayDone({ text: t(isPaused ? 'resumed' : 'paused', { name: promotion.name }) });
      await client.invalidateQueries({ predicate: ({ queryKey }) => JSON.stringify(queryKey).includes('promotion') });
    },
  });
  return (
    <>
      {promotion.state === 'over' ? null : <Button isPending={pause.isPending} onPress={() => pause.mutate()}>{t(isPaused ? 'resume' : 'pause')}</Button>}
      {promotion.state === 'over' ? null : <Button onPress={() => setEnding(true)}>{t('end')}</Button>}
      <LinkButton href={`/promotions/new?from=${promotion.id}`}>{t('duplicate')}</LinkButton>
      {pause.error ? <ScreenError error={pause.error} /> : null}
      <EndPromotionDialog promotion={isEnding ? promotion : null} onClose={() => setEnding(false)} onEnded={() => router.push('/promotions')} />
    </>
  );
}
