import { Button, Notice, TextField } from '@oneshelf/ui';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useScan } from '../../hardware/use-input';
import { ProblemNotice } from '../../i18n/problem-notice';
import { enrolTill, finishEnrolment } from '../../local/till';
import { useTill } from '../../local/till-state';
import { useConnection } from '../../shell/use-connection';
import { KeptHere } from './kept-here';

/** Makes this device the till of a register: at first, or again after the office ended it. */
export function EnrolScreen() {
  const t = useTranslations('enrol');
  const [code, setCode] = useState('');
  useScan(setCode);
  const role = useTill((state) => state.role);
  const isRevoked = useConnection((connection) => connection.isRevoked);
  const bootstrap = useTill((state) => state.bootstrap);
  const isEnrolled = useTill((state) => state.isEnrolled);
  // The code is used up by then, but the catalogue did not come: only the fetching is asked again.
  const hasToken = !isRevoked && (bootstrap !== null || isEnrolled);
  const enrol = useMutation({ mutationFn: () => enrolTill(code.trim()) });
  const finish = useMutation({ mutationFn: finishEnrolment });
  const isBusy = enrol.isPending || finish.isPending;
  const error = finish.error ?? enrol.error;
  return (
    <main className="till-gate">
      <form className="till-gate-card" data-narrow onSubmit={(event) => { event.preventDefault(); if (code.trim() !== '') enrol.mutate(); }}>
        <h1>{t(isRevoked ? 'againTitle' : 'title')}</h1>
        {isRevoked ? <Notice tone="blocked">{t('revoked', { register: bootstrap?.register.name ?? '', place: bootstrap?.location.name ?? '' })}</Notice> : null}
        <p>{t('lead')}</p>
        {isRevoked && bootstrap !== null ? <KeptHere place={bootstrap} /> : null}
        {role === 'waiting' ? <p role="status">{t('otherTab')}</p> : null}
        <TextField label={t('code')} value={code} onChange={setCode} autoComplete="off" isDisabled={isBusy} description={t('codeHelp')} />
        {error ? <ProblemNotice error={error} next={hasToken ? <Button onPress={() => finish.mutate()}>{t('fetchAgain')}</Button> : undefined} /> : null}
        <Button type="submit" variant="primary" size="large" isDisabled={isBusy || code.trim() === '' || role === 'waiting'}>{isBusy ? t('busy') : t('act')}</Button>
      </form>
    </main>
  );
}
