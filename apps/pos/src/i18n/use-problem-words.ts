import { useMessages, useTranslations } from 'use-intl';
import { ApiProblem } from '@oneshelf/api-client';
import { Unreachable } from '../local/api';
import type { en } from './messages-en';

type ProblemCode = keyof (typeof en)['problems'];

export interface ProblemWords { happened: string; notDone: string; traceId: string | null }

/** What happened and what was not done, for any error. An unknown code falls back to the server's own sentence. */
export function useProblemWords(): (error: unknown) => ProblemWords {
  const t = useTranslations('problems');
  const known = useMessages().problems;
  return (error) => {
    const code = error instanceof Unreachable ? 'unreachable' : error instanceof ApiProblem ? error.code : 'unexpected';
    const isKnown = (candidate: string): candidate is ProblemCode => candidate in known;
    const traceId = error instanceof ApiProblem ? (error.traceId ?? null) : null;
    if (isKnown(code)) return { happened: t(`${code}.happened`), notDone: t(`${code}.notDone`), traceId };
    const sentence = error instanceof ApiProblem ? error.detail : '';
    return { happened: sentence === '' ? t('unexpected.happened') : sentence, notDone: t('unexpected.notDone'), traceId };
  };
}
