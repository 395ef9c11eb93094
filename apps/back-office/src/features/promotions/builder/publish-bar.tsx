'use client';
import type { CreatePromotionRequest, PromotionAnswer } from '@oneshelf/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, LinkButton } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState, type ReactNode } from 'react';
import { ScreenError } from '../../../screen-error';
import { sayDone } from '../../../toasts';
import styles from '../promotions.module.css';
import { createPromotion, editPromotion } from '../promotions-api';
import { useBuilder } from './builder-context';
import { forgetDraft } from './kept-draft';
import { requestOf } from './promotion-draft';

type Props = { promotion: PromotionAnswer | null; draftKey: string; acts?: ReactNode };

/** Publishes what is written as the next release, or tries it in the simulator first. */
export function PublishBar({ promotion, draftKey, acts }: Props) {
  const t = useTranslations('promotion-desk.builder');
  const { draft, zone } = useBuilder();
  const [isRefused, setRefused] = useState(false);
  const publish = usePublish(promotion, draftKey);
  const checked = requestOf(draft, zone);
  const submit = () => {
    setRefused('problems' in checked);
    if ('request' in checked) publish.mutate(checked.request);
  };
  return (
    <>
      <div className={styles.acts}>
        <Button variant="primary" isPending={publish.isPending} onPress={submit}>{promotion === null ? t('publish') : t('publishEdit')}</Button>
        <LinkButton href={`/promotions/simulator?market=${draft.marketCode}&draft=${draftKey}`}>{t('simulate')}</LinkButton>
        {acts}
      </div>
      {isRefused && 'problems' in checked ? <p role="alert" className="os-error">{t('refused', { count: checked.problems.length })}</p> : null}
      {publish.error ? <ScreenError error={publish.error} /> : null}
    </>
  );
}

function usePublish(promotion: PromotionAnswer | null, draftKey: string) {
  const t = useTranslations('promotion-desk.builder');
  const router = useRouter();
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ marketCode, ...text }: CreatePromotionRequest) => (promotion === null ? createPromotion({ marketCode, ...text }) : editPromotion(promotion.id, { ...text, release: promotion.release })),
    onSuccess: async (_answer, { name }) => {
      forgetDraft(draftKey);
      sayDone({ text: promotion === null ? t('done', { name }) : t('doneEdit', { name }) });
      await client.invalidateQueries({ predicate: ({ queryKey }) => JSON.stringify(queryKey).includes('promotion') });
      router.push('/promotions');
    },
  });
}
