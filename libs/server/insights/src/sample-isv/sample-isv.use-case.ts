import { Injectable } from '@nestjs/common';
import { IsvSampleRepository } from './isv-sample.repository';
import { PoolReader } from './pool-reader.query';

/** What differs is kept; what agrees needs no row. Of one sample at most so many, the worst. */
const MOST_ROWS = 2000;
/** Before the first sample corrections are looked for over so long. */
const FIRST_PERIOD_MS = 3_600_000;

/** Measures ISV of every listing that sells from our shelf, and why it is what it is, for the course of it over time. */
@Injectable()
export class SampleIsvUseCase {
  constructor(
    private readonly pools: PoolReader,
    private readonly samples: IsvSampleRepository,
  ) {}

  /** Answers how many listings differ. */
  async run(now: Date): Promise<{ kept: number }> {
    const since = (await this.samples.lastAt()) ?? new Date(now.getTime() - FIRST_PERIOD_MS);
    const measured = await this.pools.read(since);
    const differing = measured.filter((sample) => sample.isvBasisPoints !== 0 || sample.miscountMilli !== 0 || sample.shrinkMilli !== 0);
    const worst = differing.sort((a, b) => (b.isvBasisPoints ?? Infinity) - (a.isvBasisPoints ?? Infinity) || a.variantId.localeCompare(b.variantId)).slice(0, MOST_ROWS);
    await this.samples.add(now, worst);
    await this.samples.forgetOld(now);
    return { kept: worst.length };
  }
}
