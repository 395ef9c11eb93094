'use client';
import type { IsvVariant } from '@oneshelf/contracts';
import { Panel, Tag } from '@oneshelf/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { useDirectory } from '../../directory';
import { CauseName } from './cause-name';
import { causeParts } from './cause-parts';
import { CureActs } from './cure-acts';
import styles from './isv.module.css';
import { NumberTable } from './number-table';
import { ProductCourse } from './product-course';
import { PushTable } from './push-table';
import { useIsvFormat } from './use-isv-format';

type Channel = IsvVariant['channels'][number];

/** One channel's view of the product: the numbers, why they differ, what to do, and how it went. */
export function ChannelPanel({ product, channel }: { product: IsvVariant; channel: Channel }) {
  const t = useTranslations('isv.product');
  const format = useFormatter();
  const known = useDirectory();
  const { percent, signed } = useIsvFormat();
  const { whole } = channel;
  const name = known?.channels.find(({ code }) => code === channel.channelCode)?.name ?? channel.channelCode;
  const acknowledged = channel.acknowledgedUnits === null ? t('nothingTaken') : format.number(channel.acknowledgedUnits);
  const agrees = whole.isvBasisPoints === 0 && causeParts(whole).every(({ milli }) => milli === 0);
  return (
    <Panel title={name} aside={<Tag tone={whole.isvBasisPoints === 0 ? 'done' : whole.isvBasisPoints === null ? 'blocked' : 'waiting'}>{`${t('isv')} ${percent(whole.isvBasisPoints)}`}</Tag>}>
      <div className={styles.stack}>
        <p className={styles.note}>{t('should', { exposed: channel.exposedUnits, acknowledged })} {channel.failure === null ? null : <><Tag tone="blocked">{t('refused')}</Tag> {channel.failure}</>}</p>
        <NumberTable product={product} channel={channel} />
        {agrees ? <p>{t('agrees')}</p> : (
          <section aria-label={t('because')}>
            <ul className={styles.causes}>
              {causeParts(whole).filter(({ milli }) => milli !== 0).map(({ cause, milli }) => <li key={cause}><CauseName cause={cause} /><span className="os-number">{signed(milli)}</span></li>)}
            </ul>
          </section>
        )}
        <CureActs product={product} channel={channel} />
        <ProductCourse sku={product.sku} samples={channel.samples} />
        <PushTable pushes={channel.pushes} />
      </div>
    </Panel>
  );
}
