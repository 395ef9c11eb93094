import { Injectable } from '@nestjs/common';
import { VariantDirectory } from '@oneshelf/server-catalog';
import { IsvAlarmRuleRepository } from '../observe-isv/isv-alarm-rule.repository';
import { IsvSampleRepository } from '../sample-isv/isv-sample.repository';
import { type Concern, row, SHOWN_ROWS } from './concern';
import { LateConcerns } from './late-concerns.query';

const HOUR_MS = 3_600_000;

/** Where a channel shows something else than what is there, is told too late, or had orders that we could not keep. */
@Injectable()
export class ChannelConcerns {
  constructor(
    private readonly samples: IsvSampleRepository,
    private readonly variants: VariantDirectory,
    private readonly rules: IsvAlarmRuleRepository,
    private readonly late: LateConcerns,
  ) {}

  async run(now: Date): Promise<Concern[]> {
    const rule = await this.rules.read();
    const [{ count, first }, late] = await Promise.all([this.samples.alarms(new Date(now.getTime() - HOUR_MS), { aboveBasisPoints: rule.aboveBasisPoints, take: SHOWN_ROWS }), this.late.run(now, rule)]);
    const names = await this.variants.byIds(first.map((alarm) => alarm.variantId));
    return [
      {
        kind: 'isv_alarms', count, href: '/stock/isv',
        rows: first.map((alarm) => row({ id: `${alarm.channelCode}:${alarm.variantId}`, subject: names.get(alarm.variantId)?.sku ?? alarm.variantId, place: alarm.channelCode, reason: `isv_${alarm.cause}`, at: alarm.at.toISOString(), href: `/stock/isv/${alarm.variantId}` })),
      },
      ...late,
    ];
  }
}
