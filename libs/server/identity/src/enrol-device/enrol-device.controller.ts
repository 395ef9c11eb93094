import { Body, Controller, Get, HttpCode, Inject, Param, Post, Req, SerializeOptions } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { EnrolDeviceRequest, EnrolledDevice, EnrolmentCode, TillList } from '@oneshelf/contracts';
import { CurrentActor, type Database, DATABASE, Public, Staff, type StaffActor, takeHit, valueOf } from '@oneshelf/platform';
import type { FastifyRequest } from 'fastify';
import * as z from 'zod';
import { ListTillsQuery } from './list-tills.query';
import { EnrolDeviceUseCase, type EnrolRefusal, type RegisterRefusal } from './enrol-device.use-case';

const enrolStatuses = { unknown_code: 404, other_register: 409 } satisfies Record<EnrolRefusal['kind'], number>;
const registerStatuses = { unknown_register: 404 } satisfies Record<RegisterRefusal['kind'], number>;

@ApiTags('identity')
@Controller()
export class EnrolDeviceController {
  constructor(
    private readonly enrolDevice: EnrolDeviceUseCase,
    private readonly listTills: ListTillsQuery,
    @Inject(DATABASE) private readonly database: Database,
  ) {}

  @Get('tills')
  @Staff()
  @ApiResponse({ status: 200, standardSchema: TillList })
  @SerializeOptions({ schema: TillList })
  tills(): Promise<TillList> {
    return this.listTills.run();
  }

  @Post('registers/:id/enrolment-code')
  @Staff('operations', 'store_manager')
  @ApiResponse({ status: 201, standardSchema: EnrolmentCode })
  @SerializeOptions({ schema: EnrolmentCode })
  async offerCode(@CurrentActor() actor: StaffActor, @Param('id', { schema: z.uuid() }) registerId: string): Promise<EnrolmentCode> {
    return valueOf(await this.enrolDevice.offerCode(actor, registerId), registerStatuses);
  }

  @Post('registers/:id/revoke')
  @Staff('operations')
  @HttpCode(204)
  async revoke(@CurrentActor() actor: StaffActor, @Param('id', { schema: z.uuid() }) registerId: string): Promise<void> {
    valueOf(await this.enrolDevice.revoke(actor, registerId), registerStatuses);
  }

  @Post('devices/enrol')
  @Public()
  @ApiResponse({ status: 201, standardSchema: EnrolledDevice })
  @SerializeOptions({ schema: EnrolledDevice })
  async enrol(@Body({ schema: EnrolDeviceRequest }) body: EnrolDeviceRequest, @Req() request: FastifyRequest): Promise<EnrolledDevice> {
    await takeHit(this.database, { key: `enrol-from:${request.ip}`, limit: 20, windowSeconds: 300 });
    return valueOf(await this.enrolDevice.run(body), enrolStatuses);
  }
}
