import { Module } from '@nestjs/common';
import { OrganisationModule } from '@oneshelf/server-organisation';
import { AUTHENTICATOR } from '@oneshelf/platform';
import { DatabaseAuthenticator } from './authenticate/database-authenticator';
import { DeviceRepository } from './device.repository';
import { HandLimitRepository } from './hand-limits/hand-limit.repository';
import { TillPeople } from './hand-limits/till-people.query';
import { StaffRepository } from './staff.repository';

@Module({
  imports: [OrganisationModule],
  providers: [StaffRepository, DeviceRepository, HandLimitRepository, TillPeople, DatabaseAuthenticator, { provide: AUTHENTICATOR, useExisting: DatabaseAuthenticator }],
  exports: [StaffRepository, DeviceRepository, HandLimitRepository, TillPeople, AUTHENTICATOR],
})
export class IdentityModule {}
