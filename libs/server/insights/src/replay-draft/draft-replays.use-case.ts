import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { DraftReplay, PricePrediction } from '@oneshelf/contracts';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { LOGGER, type StaffActor } from '@oneshelf/platform';
import { type DraftedBook, PriceReviews } from '@oneshelf/server-pricing';
import type { Logger } from 'pino';
import { DraftReplayRepository } from './draft-replay.repository';
import { ReplayDraftUseCase } from './replay-draft.use-case';

/** What an approval goes by and what is held against the outcome; other lengths are to look at. */
const USUAL_WEEKS = 4;
const SAY_EVERY_MS = 300;

type Drafts = DraftedBook['drafts'];
export type StartReplayRefusal = { kind: 'nothing_to_replay'; message: string };

/** Replays on demand, one at a time in a process, beside whatever else it does. */
@Injectable()
export class DraftReplays implements OnModuleDestroy {
  private last: Promise<unknown> = Promise.resolve();
  private isStopping = false;

  constructor(
    private readonly replays: DraftReplayRepository,
    private readonly replay: ReplayDraftUseCase,
    private readonly reviews: PriceReviews,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    reviews.drafts.forecast = (marketCode, drafts) => this.forecast(marketCode, [...drafts]);
  }

  /** Begins to replay the market's open drafts; who asks for what is under way gets that. */
  async start(actor: StaffActor, marketCode: string, weeks: number): Promise<Result<DraftReplay, StartReplayRefusal>> {
    const drafts = await this.reviews.drafts.open(marketCode);
    if (drafts.length === 0) return refuse({ kind: 'nothing_to_replay', message: 'The open drafts change no price. Nothing was replayed.' });
    const asked = { marketCode, draftsKey: drafts.map(({ versionId, revision }) => `${versionId}:${revision}`).join(','), weeks, askedBy: actor.name };
    const running = await this.replays.running(asked, new Date());
    const id = running ?? (await this.replays.begin(asked, new Date()));
    if (running === null) void this.inTurn(() => this.work(id, { marketCode, drafts, weeks }));
    const found = await this.replays.find(id, new Date());
    if (!found) throw new Error('the replay that was begun is gone');
    return ok(found);
  }

  find(id: string): Promise<DraftReplay | null> {
    return this.replays.find(id, new Date());
  }

  async onModuleDestroy(): Promise<void> {
    this.isStopping = true;
    await this.last;
  }

  private async work(id: string, { marketCode, drafts, weeks }: { marketCode: string; drafts: Drafts; weeks: number }): Promise<void> {
    try {
      let saidAt = 0;
      for await (const { done, total, prediction } of this.replay.run({ marketCode, drafts, weeks, now: new Date() })) {
        if (this.isStopping) return await this.replays.fail(id, 'The server was stopped.');
        if (prediction) {
          if (weeks === USUAL_WEEKS) await this.reviews.drafts.keep({ marketCode, drafts }, prediction, new Date());
          return await this.replays.finish(id, { prediction, done, total });
        }
        if (Date.now() - saidAt > SAY_EVERY_MS) {
          saidAt = Date.now();
          await this.replays.progress(id, { done, total });
        }
      }
      await this.replays.fail(id, 'The drafts were published or discarded meanwhile.');
    } catch (error) {
      this.logger.error({ err: error, replay: id }, 'a replay of drafts failed');
      await this.replays.fail(id, 'It failed. Try again.').catch(() => undefined);
    }
  }

  /** For a publish that nobody replayed: it waits for what is under way, which may be the same. */
  private async forecast(marketCode: string, drafts: Drafts): Promise<PricePrediction | null> {
    return this.inTurn(async () => {
      const known = await this.reviews.drafts.kept(marketCode, drafts);
      if (known) return known;
      for await (const { prediction } of this.replay.run({ marketCode, drafts, weeks: USUAL_WEEKS, now: new Date() })) {
        if (!prediction) continue;
        await this.reviews.drafts.keep({ marketCode, drafts }, prediction, new Date());
        return prediction;
      }
      return null;
    });
  }

  private inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const result = this.last.then(work);
    this.last = result.catch(() => undefined);
    return result;
  }
}
