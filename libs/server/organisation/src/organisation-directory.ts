import { Injectable } from '@nestjs/common';
import { invariant } from '@oneshelf/domain-kernel';
import type { Channel, ChannelPoolSettings, Directory, Location, Market, Register } from './directory';
import { OrganisationRepository } from './organisation.repository';

const MAX_AGE_MS = 5000;

/** Where and through which channels the retailer sells. Read from the database at most every five seconds. */
@Injectable()
export class OrganisationDirectory {
  private loaded: { at: number; directory: Promise<Directory> } | null = null;

  constructor(private readonly repository: OrganisationRepository) {}

  /** The whole directory, at most five seconds old. */
  read(): Promise<Directory> {
    const now = Date.now();
    if (!this.loaded || now - this.loaded.at > MAX_AGE_MS) {
      const directory = this.repository.load();
      this.loaded = { at: now, directory };
      // A failed read is not kept: the next call asks again.
      directory.catch(() => { this.loaded = null; });
    }
    return this.loaded.directory;
  }

  /** @throws when no market has this code (codes come from our own rows) */
  async market(code: string): Promise<Market> {
    return found((await this.read()).markets.get(code), `market ${code}`);
  }

  async channel(code: string): Promise<Channel> {
    return found((await this.read()).channels.get(code), `channel ${code}`);
  }

  async channels(): Promise<Channel[]> {
    return [...(await this.read()).channels.values()];
  }

  /** The location, or undefined: ids may come from outside. */
  async findLocation(id: string): Promise<Location | undefined> {
    return (await this.read()).locations.get(id);
  }

  async location(id: string): Promise<Location> {
    return found((await this.read()).locations.get(id), `location ${id}`);
  }

  async locations(): Promise<Location[]> {
    return [...(await this.read()).locations.values()];
  }

  async locationsOfChannel(channelCode: string): Promise<Location[]> {
    const { channelLocations, locations } = await this.read();
    return (channelLocations.get(channelCode) ?? []).flatMap((id) => locations.get(id) ?? []);
  }

  async pool(channelCode: string): Promise<ChannelPoolSettings> {
    return found((await this.read()).pools.get(channelCode), `channel ${channelCode}`);
  }

  /** The pool as it is now, not as it was up to five seconds ago: a number that is pushed by an old one would stay. */
  async freshPool(channelCode: string): Promise<ChannelPoolSettings> {
    return found(await this.repository.pool(channelCode), `channel ${channelCode}`);
  }

  /** Those of a pool's feeds that are open, in order. */
  async openFeeds(pool: ChannelPoolSettings): Promise<ChannelPoolSettings['feeds']> {
    const { locations } = await this.read();
    return pool.feeds.filter((feed) => locations.has(feed.locationId));
  }

  /** A change of this process is seen by its next read; other processes see it within five seconds. */
  forget(): void {
    this.loaded = null;
  }

  async register(id: string): Promise<Register> {
    return found((await this.read()).registers.get(id), `register ${id}`);
  }

  async registers(): Promise<Register[]> {
    return [...(await this.read()).registers.values()];
  }
}

function found<Value>(value: Value | undefined, what: string): Value {
  invariant(value, `There is no ${what}`);
  return value;
}
