import { Module } from '@nestjs/common';
import { OrganisationModule } from '@oneshelf/server-organisation';
import { EnrolDeviceController } from './enrol-device/enrol-device.controller';
import { EnrolDeviceUseCase } from './enrol-device/enrol-device.use-case';
import { ListTillsQuery } from './enrol-device/list-tills.query';
import { HandLimitsController } from './hand-limits/hand-limits.controller';
import { SetHandLimitUseCase } from './hand-limits/set-hand-limit.use-case';
import { IdentityModule } from './identity.module';
import { SignInController } from './sign-in/sign-in.controller';
import { SignInUseCase } from './sign-in/sign-in.use-case';

@Module({ imports: [OrganisationModule, IdentityModule], controllers: [SignInController, EnrolDeviceController, HandLimitsController], providers: [SignInUseCase, EnrolDeviceUseCase, ListTillsQuery, SetHandLimitUseCase] })
export class IdentityHttpModule {}
