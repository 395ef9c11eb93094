import { Injectable } from '@nestjs/common';
import { ChannelPoolChanged, type SetChannelPool } from '@oneshelf/contracts';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { type Actor, publish, recordAudit, Transactions, type Tx } from '@oneshelf/platform';
import { OrganisationDirectory } from '../organisation-directory';

export type SetChannelPoolRefusal = { kind: 'unknown_channel' | 'unknown_location' | 'pool_apart' | 'pool_changed'; message: string };

/** Says what a channel may see of the shelf. Whoever tells channels their numbers hears of it and tells them again. */
@Injectable()
export class SetChannelPoolUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly organisation: OrganisationDirectory,
  ) {}

  async run(actor: Actor, channelCode: string, wanted: SetChannelPool): Promise<Result<{ channelCode: string; version: number }, SetChannelPoolRefusal>> {
    const { locations } = await this.organisation.read();
    const stranger = wanted.feeds.find((feed) => !locations.has(feed.locationId));
    if (stranger) return refuse({ kind: 'unknown_location', message: `There is no open location ${stranger.locationId}. Nothing was changed; read the locations again.` });
    const result = await this.transactions.run<{ channelCode: string; version: number }, SetChannelPoolRefusal>(async (tx) => {
      const channel = await tx.selectFrom('channel').selectAll().where('code', '=', channelCode).forUpdate().executeTakeFirst();
      if (!channel) return refuse({ kind: 'unknown_channel', message: `There is no channel ${channelCode}. Nothing was changed.` });
      if (channel.kind === 'pos' || channel.fulfilled_by === 'marketplace') return refuse({ kind: 'pool_apart', message: `${channel.name} does not sell from the common shelf: ${channel.kind === 'pos' ? 'each till sees its own store' : 'the marketplace keeps these goods itself'}. Nothing was changed.` });
      if (channel.pool_version !== wanted.version) return refuse({ kind: 'pool_changed', message: `Somebody changed the pool of ${channel.name} since you read it. Nothing was changed; read it again and repeat what you want.` });
      const before = await feedsOf(tx, channelCode);
      await write(tx, channelCode, wanted);
      await recordAudit(tx, { actor, action: 'set_channel_pool', subject: 'channel', subjectId: channelCode, before: { ...bufferFacts(channel), feeds: before }, after: { ...wanted, version: undefined } });
      await publish(tx, { type: ChannelPoolChanged, key: channelCode, payload: { channelCode, version: wanted.version + 1 } });
      return ok({ channelCode, version: wanted.version + 1 });
    });
    this.organisation.forget();
    return result;
  }
}

async function write(tx: Tx, channelCode: string, wanted: SetChannelPool): Promise<void> {
  await tx
    .updateTable('channel')
    .set({
      buffer_kind: wanted.bufferKind, buffer_basis_points: wanted.bufferBasisPoints, buffer_units: wanted.bufferUnits, buffer_target_basis_points: wanted.targetBasisPoints,
      latency_seconds: wanted.latencySeconds, reopen_at_units: wanted.reopenAtUnits, pool_version: wanted.version + 1,
    })
    .where('code', '=', channelCode)
    .execute();
  await tx.deleteFrom('channel_location').where('channel_code', '=', channelCode).execute();
  if (wanted.feeds.length === 0) return;
  await tx.insertInto('channel_location').values(wanted.feeds.map((feed, priority) => ({ channel_code: channelCode, location_id: feed.locationId, share_basis_points: feed.shareBasisPoints, priority }))).execute();
}

async function feedsOf(tx: Tx, channelCode: string): Promise<{ locationId: string; shareBasisPoints: number }[]> {
  const rows = await tx.selectFrom('channel_location').selectAll().where('channel_code', '=', channelCode).orderBy('priority').orderBy('location_id').execute();
  return rows.map((row) => ({ locationId: row.location_id, shareBasisPoints: row.share_basis_points }));
}

const bufferFacts = (row: { buffer_kind: string; buffer_basis_points: number; buffer_units: number; buffer_target_basis_points: number; latency_seconds: number; reopen_at_units: number }) => ({
  bufferKind: row.buffer_kind, bufferBasisPoints: row.buffer_basis_points, bufferUnits: row.buffer_units, targetBasisPoints: row.buffer_target_basis_points, latencySeconds: row.latency_seconds, reopenAtUnits: row.reopen_at_units,
});
