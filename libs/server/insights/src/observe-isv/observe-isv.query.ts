import { Injectable } from '@nestjs/common';
import type { IsvObservatory, IsvPeriod, IsvQuery } from '@oneshelf/contracts';
import { hasRole, type StaffActor } from '@oneshelf/platform';
import { VariantDirectory } from '@oneshelf/server-catalog';
import { PushFacts } from '@oneshelf/server-marketplace';
import { CancelRates } from './cancel-rates.query';
import { IsvAlarmRuleRepository } from './isv-alarm-rule.repository';
import { type CourseFilter, IsvCourseQuery } from './isv-course.query';
import { titleOf } from './title-of';

const DAY_MS = 86_400_000;
const DAYS: Record<IsvPeriod, number> = { day: 1, week: 7, month: 30, quarter: 90 };
const LAG_DAYS = 7;
const WORST = 50;
/** More than this, and a marketplace closes the account (S0). */
const CANCEL_LIMIT_BASIS_POINTS = 250;

/** Whether every channel shows what is there: the figure, its course, what is behind it, and how fast numbers travel. */
@Injectable()
export class ObserveIsvQuery {
  constructor(
    private readonly course: IsvCourseQuery,
    private readonly variants: VariantDirectory,
    private readonly pushes: PushFacts,
    private readonly cancels: CancelRates,
    private readonly rules: IsvAlarmRuleRepository,
  ) {}

  async run(actor: StaffActor, query: IsvQuery, at: Date): Promise<IsvObservatory> {
    const days = DAYS[query.period];
    const filter: CourseFilter = { from: new Date(at.getTime() - days * DAY_MS), period: query.period, channelCode: query.channel ?? null, locationId: query.location ?? null, cause: query.cause ?? null };
    const [sums, points, worst, lags, cancels, rule] = await Promise.all([
      this.course.sums(filter), this.course.points(filter), this.course.worst(filter, WORST), this.pushes.lags(new Date(at.getTime() - Math.min(days, LAG_DAYS) * DAY_MS)), this.cancels.run(at), this.rules.read(),
    ]);
    const names = await this.variants.byIds([...new Set(worst.first.map((row) => row.variantId))]);
    const ofChannel = <Row extends { channelCode: string }>(rows: Row[]): Row[] => rows.filter((row) => query.channel === undefined || row.channelCode === query.channel);
    return {
      at: at.toISOString(), ...sums, points,
      worst: worst.first.map((row) => ({ ...row, lastAt: row.lastAt.toISOString(), sku: names.get(row.variantId)?.sku ?? '', title: titleOf(names.get(row.variantId)) })), worstCount: worst.count,
      lags: ofChannel(lags), cancels: ofChannel(cancels), cancelLimitBasisPoints: CANCEL_LIMIT_BASIS_POINTS, rule, mayEdit: hasRole(actor, ['operations']),
    };
  }
}
