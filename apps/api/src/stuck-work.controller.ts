import { Body, Controller, Get, HttpCode, Post, SerializeOptions } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { RetryStuckJob, StuckWorkAnswer } from '@oneshelf/contracts';
import { CurrentActor, Problem, recordAudit, Staff, type StaffActor, StuckWork, Transactions } from '@oneshelf/platform';

@ApiTags('operations')
@Controller('stuck-work')
export class StuckWorkController {
  constructor(
    private readonly stuckWork: StuckWork,
    private readonly transactions: Transactions,
  ) {}

  @Get()
  @Staff('operations')
  @ApiResponse({ status: 200, standardSchema: StuckWorkAnswer })
  @SerializeOptions({ schema: StuckWorkAnswer })
  list(): Promise<StuckWorkAnswer> {
    return this.stuckWork.list();
  }

  @Post('retry')
  @Staff('operations')
  @HttpCode(204)
  async retry(@CurrentActor() actor: StaffActor, @Body({ schema: RetryStuckJob }) body: RetryStuckJob): Promise<void> {
    if (!(await this.stuckWork.retry(body.queue, body.jobId))) {
      throw new Problem(409, 'not_stuck', 'This job is not stuck any more. Nothing was started.');
    }
    await this.transactions.write((tx) => recordAudit(tx, { actor, action: 'retry', subject: 'job', subjectId: body.jobId }));
  }
}
