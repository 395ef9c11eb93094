'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ChannelPoolAnswer, DirectoryAnswer } from '@oneshelf/contracts';
import { Button, Panel } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { api, apiQuery } from '../../api';
import { ScreenError } from '../../screen-error';
import { sayDone } from '../../toasts';
import { BufferFields } from './buffer-fields';
import { FeedList } from './feed-list';
import { draftOf, isSamePool, type PoolDraft } from './pool-draft';
import { PreviewPanel } from './preview-panel';
import styles from './pools.module.css';

/** One channel's settings beside what they would do. Nothing is told to anybody before it is saved. */
export function PoolEditor({ pool, locations }: { pool: ChannelPoolAnswer; locations: DirectoryAnswer['locations'] }) {
  const t = useTranslations('pools');
  const client = useQueryClient();
  const saved = draftOf(pool);
  const [draft, setDraft] = useState(saved);
  const refresh = () => client.invalidateQueries({ queryKey: apiQuery('/api/channel-pools').queryKey });
  const put = (settings: PoolDraft, version: number) => api.put('/api/channel-pools/{code}', { params: { path: { code: pool.channelCode } }, body: { ...settings, version } });
  const undo = useMutation({ mutationFn: (version: number) => put(saved, version), onSettled: refresh });
  const save = useMutation({
    mutationFn: () => put(draft, pool.version),
    onSuccess: ({ version }) => {
      sayDone({ text: t('saved', { channel: pool.name }), action: { label: t('undo'), onPress: () => undo.mutate(version) } });
      return refresh();
    },
  });
  const isChanged = !isSamePool(draft, saved);
  return (
    <div className={styles.editor}>
      <div className={styles.settings}>
        <Panel title={t('buffer.title')}>
          <BufferFields draft={draft} isMarketplace={pool.kind === 'marketplace'} onChange={setDraft} />
        </Panel>
        <Panel title={t('feeds.title')}>
          <FeedList feeds={draft.feeds} locations={locations} marketCode={pool.marketCode} onChange={(feeds) => setDraft({ ...draft, feeds })} />
        </Panel>
        {save.error ? <ScreenError error={save.error} onRetry={() => void refresh()} /> : null}
        <div className={styles.acts}>
          <Button variant="primary" isDisabled={!isChanged} isPending={save.isPending} onPress={() => save.mutate()}>{t('save')}</Button>
          <Button isDisabled={!isChanged} onPress={() => setDraft(saved)}>{t('discard')}</Button>
          <p className={styles.note}>{isChanged ? t('notSaved') : t('asSaved')}</p>
        </div>
      </div>
      <PreviewPanel pool={pool} draft={draft} isChanged={isChanged} />
    </div>
  );
}
