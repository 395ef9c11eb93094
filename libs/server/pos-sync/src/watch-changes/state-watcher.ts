import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { TillState } from '@oneshelf/contracts';
import { LOGGER } from '@oneshelf/platform';
import { PickupsWaitingQuery } from '@oneshelf/server-fulfilment';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { LoadPriceBook } from '@oneshelf/server-pricing';
import type { Logger } from 'pino';
import { CatalogueForTill } from '@oneshelf/server-catalog';

const ASK_EVERY_MS = 250;
const PICKUPS_EVERY_MS = 2000;

interface Listener {
  locationId: string;
  marketCode: string;
  send: (state: TillState) => void;
  last: string;
}

/**
 * Tells the tills of this process what changed. The process asks the database four times a second whatever the number
 * of its tills, and not at all while none listens; so it needs no LISTEN, works behind a pooler and in any number of
 * replicas.
 */
@Injectable()
export class StateWatcher implements OnModuleDestroy {
  private readonly listeners = new Set<Listener>();
  private timer: NodeJS.Timeout | null = null;
  private pickups: { at: number; byLocation: Map<string, number> } = { at: 0, byLocation: new Map() };

  constructor(
    private readonly books: LoadPriceBook,
    private readonly catalogue: CatalogueForTill,
    private readonly organisation: OrganisationDirectory,
    private readonly pickupsWaiting: PickupsWaitingQuery,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Sends the state at once and then at each change; the answer ends it. */
  async listen(locationId: string, send: (state: TillState) => void): Promise<() => void> {
    const location = await this.organisation.location(locationId);
    const listener = { locationId, marketCode: location.marketCode, send, last: '' };
    this.listeners.add(listener);
    this.timer ??= setInterval(() => void this.tellChanges(), ASK_EVERY_MS);
    await this.tellChanges();
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size === 0) this.stop();
    };
  }

  onModuleDestroy() {
    this.stop();
  }

  private stop(): void {
    if (this.timer) clearInterval(this.timer);
    this.timer = null;
  }

  private async tellChanges(): Promise<void> {
    try {
      const [versions, catalogueRevision, pickups] = await Promise.all([this.books.liveVersions(), this.catalogue.revision(), this.countPickups()]);
      for (const listener of this.listeners) {
        const state = { bookVersion: versions.get(listener.marketCode) ?? '', catalogueRevision, pickupsWaiting: pickups.get(listener.locationId) ?? 0 };
        const text = JSON.stringify(state);
        if (text === listener.last) continue;
        listener.last = text;
        listener.send(state);
      }
    } catch (error) {
      this.logger.warn({ err: error }, 'tills cannot be told of changes now; the next try is in a moment');
    }
  }

  private async countPickups(): Promise<Map<string, number>> {
    const now = Date.now();
    if (now - this.pickups.at > PICKUPS_EVERY_MS) this.pickups = { at: now, byLocation: await this.pickupsWaiting.byLocation() };
    return this.pickups.byLocation;
  }
}
