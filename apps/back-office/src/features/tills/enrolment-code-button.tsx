'use client';
import { useMutation } from '@tanstack/react-query';
import type { TillList } from '@oneshelf/contracts';
import { Button } from '@oneshelf/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { api } from '../../api';
import { ScreenError } from '../../screen-error';
import { Dialog } from '../../shell/later-overlay';
import styles from './tills.module.css';

/** Makes a code and shows it once, large enough to read across a counter. */
export function EnrolmentCodeButton({ till }: { till: TillList['items'][number] }) {
  const t = useTranslations('tills.code');
  const shell = useTranslations('shell');
  const format = useFormatter();
  const offer = useMutation({ mutationFn: () => api.post('/api/registers/{id}/enrolment-code', { params: { path: { id: till.registerId } } }) });
  const isOpen = offer.data !== undefined || offer.error !== null;
  return (
    <>
      <Button size="small" isPending={offer.isPending} onPress={() => offer.mutate()} aria-label={t('openFor', { till: till.name, store: till.locationName })}>{t('open')}</Button>
      <Dialog isOpen={isOpen} onOpenChange={() => offer.reset()} title={t('title', { till: till.name, store: till.locationName })} closeLabel={shell('close')}>
        {offer.error ? <ScreenError error={offer.error} /> : null}
        {offer.data === undefined ? null : (
          <>
            <p>{t('text')}</p>
            <p className={styles.code} data-testid="enrolment-code">{offer.data.code}</p>
            <p>{t('expires', { time: format.dateTime(new Date(offer.data.expiresAt), { timeStyle: 'short', timeZone: browserZone() }) })}</p>
          </>
        )}
      </Dialog>
    </>
  );
}

/** The person at this desk reads their own clock. */
const browserZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
