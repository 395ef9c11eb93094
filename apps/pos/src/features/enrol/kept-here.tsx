import type { TillBootstrap } from '@oneshelf/contracts';
import { Button, Notice } from '@oneshelf/ui';
import { Download } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { exportQueue } from '../../local/recent';
import { useTill } from '../../local/till-state';
import { downloadText } from '../sync-status/download-text';

/** What a revoked till still keeps: it stays, and a new code of the same register sends it. */
export function KeptHere({ place: { location, register } }: { place: Pick<TillBootstrap, 'location' | 'register'> }) {
  const t = useTranslations('enrol');
  const tSync = useTranslations('sync');
  const waiting = useTill((state) => state.waiting);
  const refused = useTill((state) => state.refused);
  const hasShift = useTill((state) => state.shift !== null);
  const exportNow = async (): Promise<void> => downloadText(`${location.code}-${register.number}-${new Date().toISOString().slice(0, 10)}.json`, await exportQueue());
  if (waiting + refused === 0 && !hasShift) return null;
  return (
    <Notice tone="waiting" actions={waiting + refused === 0 ? undefined : <Button icon={<Download size={18} aria-hidden="true" />} onPress={() => void exportNow()}>{tSync('export')}</Button>}>
      {t('kept', { count: waiting + refused, register: register.name, place: location.name })}
    </Notice>
  );
}
