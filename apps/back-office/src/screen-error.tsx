'use client';
import { useTranslations } from 'next-intl';
import { Button, ErrorNotice } from '@oneshelf/ui';
import { ApiProblem } from '@oneshelf/api-client';
import { useProblemWords } from './use-problem-words';

export type ScreenErrorProps = {
  error: unknown;
  /** What was not done, where the code's own words do not say it. */
  notDone?: string;
  onRetry?: () => void;
};

/** An error on a page, in the reader's words by the problem's code, with the trace id to hand on. */
export function ScreenError({ error, notDone, onRetry }: ScreenErrorProps) {
  const t = useTranslations('shell');
  const words = useProblemWords(error);
  const traceId = error instanceof ApiProblem ? error.traceId : undefined;
  return (
    <ErrorNotice
      happened={words.happened}
      notDone={notDone ?? words.notDone}
      next={onRetry === undefined ? undefined : <Button size="small" onPress={onRetry}>{t('retry')}</Button>}
      support={traceId === undefined ? undefined : { id: traceId, label: t('support.label'), copyLabel: t('support.copy'), copiedLabel: t('support.copied') }}
    />
  );
}
