import { Injectable } from '@nestjs/common';
import type { Today } from '@oneshelf/contracts';
import { StuckWork } from '@oneshelf/platform';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { type Concern, row, SHOWN_ROWS } from './concern';
import { MoneyConcerns } from './money-concerns.query';
import { OutsideConcerns } from './outside-concerns.query';
import { TillConcerns } from './till-concerns.query';

/** What needs a person now, each concern asked of the module that knows it. */
@Injectable()
export class TodayQuery {
  constructor(
    private readonly organisation: OrganisationDirectory,
    private readonly money: MoneyConcerns,
    private readonly stuckWork: StuckWork,
    private readonly tills: TillConcerns,
    private readonly outside: OutsideConcerns,
  ) {}

  async run(now: Date): Promise<Today> {
    const { locations } = await this.organisation.read();
    const placeName = (id: string) => locations.get(id)?.name ?? '';
    const concerns = (await Promise.all([this.outside.run(now, placeName), this.tills.run(now, placeName), this.money.run(now), this.stuckJobs()])).flat();
    return { at: now.toISOString(), concerns: concerns.filter((concern) => concern.count > 0) };
  }

  private async stuckJobs(): Promise<Concern> {
    const { jobs } = await this.stuckWork.list();
    return { kind: 'stuck_jobs', count: jobs.length, href: '/stuck-work', rows: jobs.slice(0, SHOWN_ROWS).map((job) => row({ id: job.id, subject: job.handler, reason: job.failure, at: job.failedAt, href: '/stuck-work' })) };
  }
}

