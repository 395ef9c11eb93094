'use client';
import { useQuery } from '@tanstack/react-query';
import type { CouponBatch, PromotionAnswer } from '@oneshelf/contracts';
import { DataTable, LinkButton, Skeleton } from '@oneshelf/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { ScreenError } from '../../screen-error';
import { Dialog } from '../../shell/later-overlay';
import { CodeFileField } from './code-file-field';
import { MakeCodesForm } from './make-codes-form';
import { codesFile, couponBatches } from './promotions-api';
import styles from './promotions.module.css';
import { useMarkets } from './use-markets';

/** Single-use codes of a promotion: make some, send own ones in, fetch each batch as a file. */
export function CouponBatchesDialog({ promotion, onClose }: { promotion: PromotionAnswer | null; onClose: () => void }) {
  const t = useTranslations('promotions.codes');
  const shell = useTranslations('shell');
  return (
    <Dialog isOpen={promotion !== null} onOpenChange={onClose} title={t('title', { name: promotion?.name ?? '' })} closeLabel={shell('close')} size="wide">
      {promotion === null ? null : <CouponBatches promotion={promotion} />}
    </Dialog>
  );
}

function CouponBatches({ promotion }: { promotion: PromotionAnswer }) {
  const t = useTranslations('promotions.codes');
  const format = useFormatter();
  const { timeZone } = useMarkets();
  const { data, error, refetch } = useQuery(couponBatches(promotion.id));
  const name = ({ prefix, origin, madeAt }: CouponBatch) => t(origin, { prefix: prefix === '' ? t('noPrefix') : prefix, when: format.dateTime(new Date(madeAt), { dateStyle: 'medium', timeStyle: 'short', timeZone: timeZone(promotion.marketCode) }) });
  return (
    <div className={styles.batches}>
      {promotion.state === 'over' ? null : <><MakeCodesForm promotionId={promotion.id} /><CodeFileField promotionId={promotion.id} /></>}
      {error ? <ScreenError error={error} onRetry={() => void refetch()} /> : null}
      {data === undefined && error === null ? <div aria-busy="true"><p className="os-hidden" role="status">{t('loading')}</p><Skeleton height={44} lines={2} /></div> : null}
      {data === undefined ? null : (
        <DataTable
          caption={t('caption')} rows={data.items} rowKey={(batch) => batch.id} empty={<p>{t('none')}</p>}
          columns={[
            { id: 'batch', header: t('columns.batch'), cell: (batch) => <>{name(batch)}<small>{batch.madeBy}</small></> },
            { id: 'size', header: t('columns.size'), align: 'end', cell: (batch) => format.number(batch.size) },
            { id: 'used', header: t('columns.used'), align: 'end', cell: (batch) => format.number(batch.used) },
            { id: 'file', header: t('columns.file'), cell: (batch) => <LinkButton size="small" href={codesFile(batch.id)} download aria-label={t('downloadOf', { batch: name(batch) })}>{t('download')}</LinkButton> },
          ]}
        />
      )}
    </div>
  );
}
