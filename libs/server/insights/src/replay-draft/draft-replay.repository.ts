import { Inject, Injectable } from '@nestjs/common';
import { DraftReplay, PricePrediction } from '@oneshelf/contracts';
import { type Database, DATABASE, newId } from '@oneshelf/platform';

/** A process that is silent for so long is gone, and its replay with it. */
const GONE_AFTER_MS = 120_000;

interface Asked {
  marketCode: string;
  draftsKey: string;
  weeks: number;
  askedBy: string;
}

/** Replays under way and done: any process can say how far one is. */
@Injectable()
export class DraftReplayRepository {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  /** The same one, where it is under way. */
  async running({ marketCode, draftsKey, weeks }: Asked, now: Date): Promise<string | null> {
    const row = await this.database
      .selectFrom('draft_replay').select('id')
      .where('market_code', '=', marketCode).where('drafts_key', '=', draftsKey).where('weeks', '=', weeks).where('status', '=', 'running').where('heard_at', '>', new Date(now.getTime() - GONE_AFTER_MS))
      .limit(1).executeTakeFirst();
    return row?.id ?? null;
  }

  async begin({ marketCode, draftsKey, weeks, askedBy }: Asked, now: Date): Promise<string> {
    const id = newId();
    await this.database.insertInto('draft_replay').values({ id, market_code: marketCode, drafts_key: draftsKey, weeks, status: 'running', asked_by: askedBy, started_at: now, heard_at: now }).execute();
    return id;
  }

  async progress(id: string, { done, total }: { done: number; total: number }): Promise<void> {
    await this.database.updateTable('draft_replay').set({ done, total, heard_at: new Date() }).where('id', '=', id).where('status', '=', 'running').execute();
  }

  async finish(id: string, { prediction, done, total }: { prediction: PricePrediction; done: number; total: number }): Promise<void> {
    await this.database.updateTable('draft_replay').set({ status: 'done', done, total, prediction: JSON.stringify(prediction), heard_at: new Date() }).where('id', '=', id).execute();
  }

  async fail(id: string, failure: string): Promise<void> {
    await this.database.updateTable('draft_replay').set({ status: 'failed', failure, heard_at: new Date() }).where('id', '=', id).where('status', '=', 'running').execute();
  }

  /** Null: there is none with this id. One whose process is gone has failed. */
  async find(id: string, now: Date): Promise<DraftReplay | null> {
    const row = await this.database.selectFrom('draft_replay').selectAll().where('id', '=', id).executeTakeFirst();
    if (!row) return null;
    const isGone = row.status === 'running' && now.getTime() - row.heard_at.getTime() > GONE_AFTER_MS;
    const drafts = row.drafts_key.split(',').map((draft) => { const [versionId = '', revision = ''] = draft.split(':'); return { versionId, revision: Number(revision) }; });
    return { id, marketCode: row.market_code, status: isGone ? 'failed' : (row.status as DraftReplay['status']), done: row.done, total: row.total, drafts, prediction: row.prediction === null ? null : PricePrediction.parse(row.prediction) };
  }
}
