import { ErrorNotice } from '@oneshelf/ui';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useProblemWords } from './use-problem-words';

/** An error as a person needs it: what happened, what was not done, the next act. */
export function ProblemNotice({ error, next }: { error: unknown; next?: ReactNode }) {
  const t = useTranslations('shell');
  const { happened, notDone, traceId } = useProblemWords()(error);
  const support = traceId === null ? undefined : { id: traceId, label: t('supportId'), copyLabel: t('copy'), copiedLabel: t('copied') };
  return <ErrorNotice happened={happened} notDone={notDone} next={next} support={support} />;
}
