import type { PriceSheetTable, SavedDraft, SheetNews, SheetNewsRequest } from '@oneshelf/contracts';
import type { DraftSaver } from './draft-saver';
import { columnId, type NewTier } from './sheet/market-sheet';
import type { SheetStore } from './sheet/sheet-store';

/** From one question to the next: what somebody else changed is on the screen within two seconds. */
export const ASK_EVERY_MS = 1_500;
/** Nobody looks at the tab. */
const ASK_HIDDEN_EVERY_MS = 10_000;

export interface WatcherInput {
  readonly store: SheetStore;
  readonly saver: Pick<DraftSaver, 'alone' | 'sendAgain'>;
  readonly data: Pick<PriceSheetTable, 'release' | 'columns'>;
  readonly editorId: string;
  ask(request: SheetNewsRequest): Promise<SheetNews>;
  /** Somebody has given a book a price from a quantity on that has no column here. */
  onNewTier(tier: NewTier): void;
}

/** What else is known of the sheet than its cells. */
export interface SheetCompany {
  /** Who else has it open. */
  readonly editors: readonly string[];
  readonly release: number;
  /** The market has other books than this sheet: it must be read again. */
  readonly isOutdated: boolean;
}

/** Asks again and again what others changed, and puts it into the sheet. */
export class SheetWatcher {
  private readonly listeners = new Set<() => void>();
  private readonly known: Map<string, { versionId: string | null; revision: number }>;
  private current: SheetCompany;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private isStopped = true;

  constructor(private readonly input: WatcherInput) {
    this.known = new Map(input.data.columns.map(({ bookId, draft }) => [bookId, { versionId: draft?.versionId ?? null, revision: draft?.revision ?? 0 }]));
    this.current = { editors: [], release: input.data.release, isOutdated: false };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly company = (): SheetCompany => this.current;

  /** Begins to ask. Call the answer to stop. */
  readonly watch = (): (() => void) => {
    this.isStopped = false;
    const now = (): void => this.plan(0);
    window.addEventListener('online', now);
    document.addEventListener('visibilitychange', now);
    this.plan(0);
    return () => {
      this.isStopped = true;
      if (this.timer !== null) clearTimeout(this.timer);
      window.removeEventListener('online', now);
      document.removeEventListener('visibilitychange', now);
    };
  };

  /** A save of ours made this revision. Taken over only where no other edit can lie between: it would be missed. */
  adopt(bookId: string, { versionId, revision }: SavedDraft): void {
    const known = this.known.get(bookId);
    const follows = known?.versionId === versionId ? known.revision + 1 === revision : known?.versionId === null && revision === 2;
    if (follows) this.known.set(bookId, { versionId, revision });
  }

  /** Asks once. */
  async ask(): Promise<void> {
    const { saver, ask, editorId } = this.input;
    try {
      await saver.alone(async () => {
        this.take(await ask({ editorId, release: this.current.release, drafts: [...this.known].map(([bookId, draft]) => ({ bookId, ...draft })) }));
      });
      await saver.sendAgain();
    } catch {
      // The network is away: the saver says so as soon as there is something to save. The next question may get through.
    }
  }

  private plan(delayMs: number): void {
    if (this.isStopped) return;
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.ask().then(() => this.plan(document.hidden ? ASK_HIDDEN_EVERY_MS : ASK_EVERY_MS)), delayMs);
  }

  private take(news: SheetNews): void {
    const { store, onNewTier } = this.input;
    const cells = news.books.flatMap(({ bookId, cells: found }) => found.map((cell) => ({ ...cell, bookId })));
    const ids = new Set(store.allColumns.map((column) => column.columnId));
    for (const tier of [...cells, ...news.live]) if (!ids.has(columnId(tier)) && this.known.has(tier.bookId)) onNewTier(tier);
    if (cells.length > 0 || news.live.length > 0 || news.books.some((book) => book.isWhole)) {
      const by = { changedBy: news.releasedBy };
      store.receive((sync, turn) => {
        sync.applyLive(news.live.map((cell) => ({ ...cell, columnId: columnId(cell) })), { turn, ...by });
        for (const { bookId, isWhole, cells: found } of news.books) {
          const remote = found.map((cell) => ({ ...cell, columnId: columnId({ ...cell, bookId }) }));
          if (isWhole) sync.applyWhole(store.allColumns.map((column) => column.columnId).filter((id) => id === bookId || id.startsWith(`${bookId}@`)), remote, { turn, ...by });
          else sync.applyRemote(remote, turn);
        }
      });
    }
    for (const { bookId, draft } of news.books) this.known.set(bookId, { versionId: draft?.versionId ?? null, revision: draft?.revision ?? 0 });
    const next: SheetCompany = { editors: news.editors, release: news.release, isOutdated: news.areColumnsOther };
    if (JSON.stringify(next) === JSON.stringify(this.current)) return;
    this.current = next;
    for (const listener of this.listeners) listener();
  }
}
