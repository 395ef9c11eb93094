'use client';
import type { PromotionAnswer, PromotionList } from '@oneshelf/contracts';
import { Button, Notice, Panel, TextField } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { useMemo, useState, type ReactNode } from 'react';
import { ClashList } from '../clash-list';
import styles from '../promotions.module.css';
import { useMarkets } from '../use-markets';
import { usePromotionWords } from '../use-promotion-words';
import { useSettled } from '../use-settled';
import { BuilderContext, type Builder, useBuilder } from './builder-context';
import { EffectPanel } from './effect-panel';
import { forgetDraft, keepDraft, keptDraft } from './kept-draft';
import { LimitsSentence } from './limits-sentence';
import { candidateOf, type DraftProblem, type PromotionDraft, requestOf } from './promotion-draft';
import { PublishBar } from './publish-bar';
import { WhatSentence } from './what-sentence';
import { WhenSentence } from './when-sentence';
import { WhoSentence } from './who-sentence';

const ASK_AFTER_MS = 300;

type Props = { initial: PromotionDraft; draftKey: string; promotion: PromotionAnswer | null; collections: PromotionList['collections']; acts?: ReactNode };

/** A promotion in four sentences, with what it would do beside them. What is written stays in this browser until it is published. */
export function PromotionBuilder({ initial, draftKey, promotion, collections, acts }: Props) {
  const t = useTranslations('promotion-desk.builder');
  const release = promotion?.release ?? null;
  const [kept] = useState(() => keptDraft(draftKey, release));
  const [draft, setDraft] = useState(kept ?? initial);
  const [isRestored, setRestored] = useState(kept !== null);
  const { timeZone, currencyOf } = useMarkets();
  const zone = timeZone(draft.marketCode);
  const set = (change: Partial<PromotionDraft>) => setDraft((before) => keeping({ ...before, ...change }, { draftKey, release }));
  const builder: Builder = {
    draft, set, zone, collections, currency: currencyOf(draft.marketCode),
    define: (change) => setDraft((before) => keeping({ ...before, definition: { ...before.definition, ...change } }, { draftKey, release })),
    remember: (id, title) => setDraft((before) => ({ ...before, names: { ...before.names, [id]: title } })),
  };
  const startAgain = () => { forgetDraft(draftKey); setDraft(initial); setRestored(false); };
  return (
    <BuilderContext value={builder}>
      {isRestored ? <Notice actions={<Button size="small" onPress={startAgain}>{t('startAgain')}</Button>}><p>{t('restored')}</p></Notice> : null}
      <div className={styles.builder}>
        {/* Blanks that hold what is typed begin again with the draft. */}
        <div key={isRestored ? 'kept' : 'fresh'} className={styles.stack}>
          <Panel title={t('what')}><WhatSentence /></Panel>
          <Panel title={t('who')}><WhoSentence isPublished={promotion !== null} /></Panel>
          <Panel title={t('when')}><WhenSentence /></Panel>
          <Panel title={t('limits')}><LimitsSentence /></Panel>
        </div>
        <aside className={styles.beside} aria-label={t('beside')}>
          <NameAndPublish promotion={promotion} draftKey={draftKey} acts={acts} />
          <Beside promotionId={promotion?.id ?? null} />
        </aside>
      </div>
    </BuilderContext>
  );
}

function keeping(draft: PromotionDraft, { draftKey, release }: { draftKey: string; release: number | null }): PromotionDraft {
  keepDraft(draftKey, { draft, release });
  return draft;
}

function NameAndPublish({ promotion, draftKey, acts }: Pick<Props, 'promotion' | 'draftKey' | 'acts'>) {
  const t = useTranslations('promotion-desk.builder');
  const { draft, set } = useBuilder();
  return (
    <Panel title={t('nameTitle')}>
      <div className={styles.stack}>
        <TextField label={t('name')} description={t('nameHint')} value={draft.name} maxLength={80} onChange={(name) => set({ name })} />
        <Said />
        <PublishBar promotion={promotion} draftKey={draftKey} acts={acts} />
      </div>
    </Panel>
  );
}

/** The whole promotion as the list will say it. */
function Said() {
  const t = useTranslations('promotion-desk.builder');
  const { draft, collections, currency, zone } = useBuilder();
  const words = usePromotionWords(collections, currency, draft.names);
  const checked = requestOf(draft, zone);
  if ('problems' in checked) return <Problems problems={checked.problems} />;
  return <p className={styles.said}>{t.rich('says', { words: words(checked.request.definition), strong: (text) => <strong key="words">{text}</strong> })}</p>;
}

function Problems({ problems }: { problems: readonly DraftProblem[] }) {
  const t = useTranslations('promotion-desk.builder');
  return (
    <div role="status">
      <p className={styles.quiet}>{t('notYet')}</p>
      <ul className={styles.problems}>{problems.map(({ part, code }) => <li key={part + code}>{t('problem', { part: t(`parts.${part}`), problem: t(`problems.${code}`) })}</li>)}</ul>
    </div>
  );
}

/** What it would do: to the last baskets, and beside other promotions. Asked when the writing pauses. */
function Beside({ promotionId }: { promotionId: string | null }) {
  const t = useTranslations('promotion-desk');
  const { draft, zone } = useBuilder();
  const settled = useSettled(draft, ASK_AFTER_MS);
  const unnamed = t('simulator.result.draft');
  const candidate = useMemo(() => candidateOf(settled, { zone, promotionId, unnamed }), [settled, zone, promotionId, unnamed]);
  return (
    <>
      <EffectPanel marketCode={settled.marketCode} candidate={candidate} />
      <Panel title={t('clashes.title')}>{candidate === null ? <p className={styles.quiet}>{t('effect.unfinished')}</p> : <ClashList request={{ marketCode: settled.marketCode, candidate }} />}</Panel>
    </>
  );
}
