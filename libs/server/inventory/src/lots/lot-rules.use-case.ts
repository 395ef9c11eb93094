import { Inject, Injectable } from '@nestjs/common';
import type { LotRules } from '@oneshelf/contracts';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { type Database, DATABASE, recordAudit, type StaffActor, Transactions } from '@oneshelf/platform';
import { OrganisationDirectory } from '@oneshelf/server-organisation';

export type LotRuleRefusal = { kind: 'unknown_channel'; channelCodes: string[]; message: string };

/** How long lots must keep: the window in which one is short, and the days that each channel asks for. */
@Injectable()
export class LotRulesUseCase {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly organisation: OrganisationDirectory,
  ) {}

  async read(): Promise<LotRules> {
    const rows = await this.database.selectFrom('lot_rule').selectAll().orderBy('channel_code').execute();
    return { shortDays: rows.find((row) => row.channel_code === '')?.days ?? 0, channels: rows.filter((row) => row.channel_code !== '').map((row) => ({ channelCode: row.channel_code, days: row.days })) };
  }

  /** Replaces all of them; a channel that is not named asks for none. */
  async write(actor: StaffActor, rules: LotRules): Promise<Result<LotRules, LotRuleRefusal>> {
    const known = new Set((await this.organisation.channels()).map((channel) => channel.code));
    const unknown = rules.channels.map(({ channelCode }) => channelCode).filter((code) => !known.has(code));
    if (unknown.length > 0) return refuse({ kind: 'unknown_channel', channelCodes: unknown, message: `There is no channel ${unknown.join(', ')}. Nothing was saved.` });
    const days = new Map([['', rules.shortDays], ...rules.channels.map(({ channelCode, days: asked }): [string, number] => [channelCode, asked])]);
    await this.transactions.write(async (tx) => {
      const before = await tx.selectFrom('lot_rule').selectAll().orderBy('channel_code').forUpdate().execute();
      await tx.deleteFrom('lot_rule').execute();
      await tx.insertInto('lot_rule').values([...days].filter(([code, asked]) => code === '' || asked > 0).map(([channel_code, asked]) => ({ channel_code, days: asked }))).execute();
      await recordAudit(tx, { actor, action: 'change', subject: 'lot_rule', subjectId: 'all', before: { rules: before }, after: { ...rules } });
    });
    return ok(await this.read());
  }
}
