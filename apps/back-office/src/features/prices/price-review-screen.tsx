'use client';
import { useQuery } from '@tanstack/react-query';
import type { PriceReview, PublishPricesAnswer } from '@oneshelf/contracts';
import { EmptyState, LinkButton, Panel, Skeleton, TicketHeader } from '@oneshelf/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { ScreenError } from '../../screen-error';
import { signedInUser } from '../../signed-in-user';
import { morePriceChanges, priceReview, type ReviewCheck } from './price-queries';
import styles from './prices.module.css';
import { PublishPanel } from './publish-panel';
import { ReviewChecks } from './review-checks';
import { ReviewTable } from './review-table';
import { ApprovalPanel, isApproved } from './review/approval-panel';
import { ClashesPanel } from './review/clashes-panel';
import { ExtraChecks } from './review/extra-checks';
import { ReplayPanel } from './review/replay-panel';
import { draftClashes, priceApproval } from './review/review-queries';
import { useMarket } from './use-market';

/** What a publish of the open drafts changes, what stands out, and the publish itself. */
export function PriceReviewScreen({ market }: { market: string }) {
  const t = useTranslations('prices.review');
  const prices = useTranslations('prices');
  const shell = useTranslations('shell');
  const format = useFormatter();
  const [only, setOnly] = useState<ReviewCheck | null>(null);
  const { data, error, refetch } = useQuery(priceReview(market, only));
  const { name } = useMarket(market);
  const [published, setPublished] = useState<PublishPricesAnswer | null>(null);
  const totals = data?.totals;
  return (
    <>
      <TicketHeader
        crumbsLabel={shell('crumbs')} crumbs={[{ label: prices('title'), href: '/prices' }, { label: name, href: `/prices/${market}` }, { label: t('title') }]}
        title={t('heading', { market: name })} description={t('description')}
        facts={totals && !published ? [{ label: t('changed'), value: format.number(totals.changed) }, { label: t('raised'), value: format.number(totals.raised) }, { label: t('lowered'), value: format.number(totals.lowered) }] : undefined}
        actions={<LinkButton href={`/prices/${market}`}>{t('back')}</LinkButton>}
      />
      {error ? <ScreenError error={error} onRetry={() => void refetch()} /> : null}
      {data === undefined && error === null ? <div aria-busy="true"><p className="os-hidden" role="status">{prices('loading')}</p><Skeleton height={44} lines={8} /></div> : null}
      {published ? <Published market={market} answer={published} /> : data === undefined ? null : data.totals.changed === 0
        ? <EmptyState title={t('nothing.title')} action={<LinkButton href={`/prices/${market}`}>{t('back')}</LinkButton>}>{t('nothing.text')}</EmptyState>
        : <Review data={data} only={only} onOnly={setOnly} onPublished={setPublished} />}
    </>
  );
}

interface ReviewProps {
  data: PriceReview;
  only: ReviewCheck | null;
  onOnly: (check: ReviewCheck | null) => void;
  onPublished: (answer: PublishPricesAnswer) => void;
}

function Review({ data, only, onOnly, onPublished }: ReviewProps) {
  const [goesLiveAt, setGoesLiveAt] = useState<string | null>(null);
  const t = useTranslations('prices.review');
  const reviews = useTranslations('price-review');
  const market = data.marketCode;
  const { data: clashes } = useQuery(draftClashes(market, goesLiveAt));
  const { data: approval } = useQuery(priceApproval(market));
  const { data: user } = useQuery(signedInUser);
  const mayPublish = user === undefined || user.grants.some(({ role }) => role === 'admin' || role === 'merchandiser');
  const mustWait = approval !== undefined && approval.reasons.length > 0 && !isApproved(approval);
  const hold = (clashes?.items.length ?? 0) > 0 ? reviews('clashes.hold') : mustWait ? reviews('approval.hold') : undefined;
  return (
    <div className={styles.review}>
      <div className={styles.books}>
        {clashes === undefined ? null : <ClashesPanel market={market} clashes={clashes} />}
        <ReviewedBooks data={data} only={only} />
      </div>
      <div className={styles.side}>
        <Panel title={t('checks.title')}><ReviewChecks totals={data.totals} only={only} onOnly={onOnly} /><ExtraChecks market={market} currency={data.currency} clashes={clashes?.count ?? null} /></Panel>
        {mayPublish ? <Panel title={t('goLive.title')}><PublishPanel data={data} hold={hold} onTime={setGoesLiveAt} onPublished={onPublished} /></Panel> : null}
        {approval === undefined || (approval.reasons.length === 0 && approval.approval === null && !approval.mayEditRule) ? null : <ApprovalPanel market={market} state={approval} mayAsk={mayPublish} />}
        <ReplayPanel data={data} />
      </div>
    </div>
  );
}

/** Each book with something to show, its first changes and the others on demand. */
function ReviewedBooks({ data: { marketCode, currency, books, derived }, only }: { data: PriceReview; only: ReviewCheck | null }) {
  const t = useTranslations('prices.review');
  const revisions = books.map(({ versionId, revision }) => `${versionId}:${revision}`).join();
  const parts = [...books.map((book) => ({ ...book, part: 'books' as const })), ...derived.map((book) => ({ ...book, part: 'derived' as const }))];
  return parts.filter(({ count }) => count > 0).map(({ bookId, name, part, count, changes }) => (
    // A new filter, or another edit of the draft, begins at the top of each list again.
    <Panel key={`${bookId} ${part} ${only} ${revisions} ${count}`} title={t(part === 'books' ? 'caption' : 'derivedTitle', { book: name, count })}>
      <ReviewTable
        book={name} changes={changes} count={count} currency={currency}
        more={async (offset, limit) => (await morePriceChanges(marketCode, { book: bookId, check: only ?? undefined, offset, limit }))[part].find((book) => book.bookId === bookId)?.changes ?? []}
      />
    </Panel>
  ));
}

function Published({ market, answer }: { market: string; answer: PublishPricesAnswer }) {
  const t = useTranslations('prices.review.done');
  const reviews = useTranslations('price-review');
  const format = useFormatter();
  const { timeZone } = useMarket(market);
  const title = answer.goesLiveAt === null
    ? t('live', { count: answer.changes, release: answer.release ?? 0 })
    : t('scheduled', { count: answer.changes, when: format.dateTime(new Date(answer.goesLiveAt), { dateStyle: 'full', timeStyle: 'short', timeZone }) });
  return <EmptyState title={title} action={<><LinkButton variant="primary" href={`/prices/${market}`}>{t('toSheet')}</LinkButton>{answer.release === null ? <LinkButton href={`/prices/${market}/calendar`}>{reviews('calendar.open')}</LinkButton> : <LinkButton href={`/prices/${market}/labels?release=${answer.release}`}>{reviews('version.labels')}</LinkButton>}<LinkButton href="/prices">{t('toBooks')}</LinkButton></>} />;
}
