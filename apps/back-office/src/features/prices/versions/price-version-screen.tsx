'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { PriceVersionDetail } from '@oneshelf/contracts';
import { Button, LinkButton, Panel, Skeleton, TicketHeader, type TicketFact } from '@oneshelf/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { ScreenError } from '../../../screen-error';
import { sayDone } from '../../../toasts';
import { priceBooks } from '../price-queries';
import styles from '../prices.module.css';
import { ReviewTable } from '../review-table';
import { useMarket } from '../use-market';
import { LiveAgain } from './live-again';
import { OutcomePanel } from './outcome-panel';
import { bringBack, priceVersion } from './version-queries';
import { useGoLiveWords } from '../use-go-live-words';

/** One version of a price book: what it changed, what was predicted and sold, and the way back to it. */
export function PriceVersionScreen({ versionId }: { versionId: string }) {
  const t = useTranslations('price-review.version');
  const prices = useTranslations('prices');
  const shell = useTranslations('shell');
  const { data, error, refetch } = useQuery(priceVersion(versionId));
  const facts = useFacts(data);
  const market = data?.book.marketCode ?? '';
  const title = data === undefined ? '…' : t('title', { book: data.book.name, number: data.version.number });
  return (
    <>
      <TicketHeader
        crumbsLabel={shell('crumbs')}
        crumbs={[{ label: prices('title'), href: '/prices' }, ...(data === undefined ? [] : [{ label: data.book.name, href: `/prices/${market}/versions/${data.book.id}` }]), { label: data === undefined ? '…' : t('crumb', { number: data.version.number }) }]}
        title={title} description={data?.version.note === '' ? undefined : data?.version.note} facts={facts}
        actions={data === undefined ? undefined : <Acts data={data} />}
      />
      {error ? <ScreenError error={error} onRetry={() => void refetch()} /> : null}
      {data === undefined && error === null ? <div aria-busy="true"><p className="os-hidden" role="status">{prices('loading')}</p><Skeleton height={44} lines={8} /></div> : null}
      {data === undefined ? null : (
        <div className={styles.review}>
          <div className={styles.books}>
            {data.back === null ? null : (
              <Panel title={t('back')}>
                {data.back.changes.length === 0 ? <p>{t('nothing')}</p> : <ReviewTable book={data.book.name} changes={data.back.changes} currency={data.book.currency} />}
              </Panel>
            )}
            <Panel title={t('changes')}>
              {data.changes.length === 0 ? <p>{t('noChanges')}</p> : <ReviewTable book={data.book.name} changes={data.changes} currency={data.book.currency} />}
            </Panel>
          </div>
          <div className={styles.side}><OutcomePanel market={market} versionId={versionId} wasLive={data.version.publishedAt !== null} /></div>
        </div>
      )}
    </>
  );
}

function useFacts(data: PriceVersionDetail | undefined): [TicketFact?, TicketFact?, TicketFact?] | undefined {
  const t = useTranslations('price-review.version');
  const states = useTranslations('prices.versions.states');
  const format = useFormatter();
  const goesLive = useGoLiveWords(useMarket(data?.book.marketCode ?? '').timeZone);
  if (data === undefined) return undefined;
  const { status, publishedAt, goesLiveAt, goesLiveLocal, release, authorName } = data.version;
  const at = publishedAt ?? goesLiveAt;
  return [
    status === 'discarded' ? undefined : { label: t('status'), value: states(status), isPlain: true, detail: authorName },
    at === null ? undefined : { label: t('when'), value: goesLive({ instant: at, local: publishedAt === null ? goesLiveLocal : null }), isPlain: true },
    release === null ? undefined : { label: t('release'), value: format.number(release) },
  ];
}

function Acts({ data }: { data: PriceVersionDetail }) {
  const t = useTranslations('price-review.version');
  const { book, version, back } = data;
  return (
    <>
      {version.release === null ? null : <LinkButton href={`/prices/${book.marketCode}/labels?release=${version.release}`}>{t('labels')}</LinkButton>}
      {back === null || back.changes.length === 0 ? null : <><BringBack data={data} /><LiveAgain data={data} changes={back.changes.length} belowCost={back.belowCost} /></>}
    </>
  );
}

function BringBack({ data }: { data: PriceVersionDetail }) {
  const t = useTranslations('price-review.version');
  const versions = useTranslations('prices.versions');
  const client = useQueryClient();
  const router = useRouter();
  const restore = useMutation({
    mutationFn: () => bringBack(data.version.versionId),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: priceBooks.queryKey });
      sayDone({ text: versions('restored', { number: data.version.number }) });
      router.push(`/prices/${data.book.marketCode}/review`);
    },
  });
  return (
    <>
      <Button isPending={restore.isPending} onPress={() => restore.mutate()}>{t('draft')}</Button>
      {restore.error ? <ScreenError error={restore.error} /> : null}
    </>
  );
}
