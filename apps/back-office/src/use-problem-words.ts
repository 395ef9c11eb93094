'use client';
import { useMessages, useTranslations } from 'next-intl';
import { ApiProblem } from '@oneshelf/api-client';
import type { en } from './i18n/messages-en';

type ProblemCode = keyof (typeof en)['problems'];

/** What happened and what was not done, for any error. An unknown code falls back to the server's own sentence. */
export function useProblemWords(error: unknown): { happened: string; notDone: string } {
  const t = useTranslations('problems');
  const known = useMessages().problems;
  const code = error instanceof ApiProblem ? error.code : 'unexpected';
  const isKnown = (candidate: string): candidate is ProblemCode => candidate in known;
  if (isKnown(code)) return { happened: t(`${code}.happened`), notDone: t(`${code}.notDone`) };
  const sentence = error instanceof ApiProblem ? error.detail : '';
  return { happened: sentence === '' ? t('unexpected.happened') : sentence, notDone: t('unexpected.notDone') };
}
