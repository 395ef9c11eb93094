import { Module } from '@nestjs/common';
import { OrganisationModule } from '@oneshelf/server-organisation';
import { AUTHENTICATOR } from '@oneshelf/platform';
import { DatabaseAuthenticator } from './authenticate/database-authenticator';
import { DeviceRepository } from './device.repository';
import { StaffRepository } from './staff.repository';

@Module({
  imports: [OrganisationModule],
  providers: [StaffRepository, DeviceRepository, DatabaseAuthenticator, { provide: AUTHENTICATOR, useExisting: DatabaseAuthenticator }],
  exports: [StaffRepository, DeviceRepository, AUTHENTICATOR],
})
export class IdentityModule {}
