import { Injectable } from '@nestjs/common';
import { VariantDirectory } from '@oneshelf/server-catalog';
import { IsvSampleRepository } from '../sample-isv/isv-sample.repository';
import { type Concern, row, SHOWN_ROWS } from './concern';

const HOUR_MS = 3_600_000;
/** A tenth of what is there. Less is a sale on its way. */
const ALARM_ABOVE_BASIS_POINTS = 1000;

/** Where a channel shows something else than what is there. */
@Injectable()
export class ChannelConcerns {
  constructor(
    private readonly samples: IsvSampleRepository,
    private readonly variants: VariantDirectory,
  ) {}

  async run(now: Date): Promise<Concern> {
    const { count, first } = await this.samples.alarms(new Date(now.getTime() - HOUR_MS), { aboveBasisPoints: ALARM_ABOVE_BASIS_POINTS, take: SHOWN_ROWS });
    const names = await this.variants.byIds(first.map((alarm) => alarm.variantId));
    return {
      kind: 'isv_alarms', count, href: '/reports/day',
      rows: first.map((alarm) => row({ id: `${alarm.channelCode}:${alarm.variantId}`, subject: names.get(alarm.variantId)?.sku ?? alarm.variantId, place: alarm.channelCode, reason: `isv_${alarm.cause}`, at: alarm.at.toISOString(), href: `/stock/${alarm.variantId}` })),
    };
  }
}
