export { DeviceRepository } from './device.repository';
export { TillPeople } from './hand-limits/till-people.query';
export { IdentityHttpModule } from './identity-http.module';
export { IdentityModule } from './identity.module';
export { hashSecret, PIN_ITERATIONS } from './secrets';
export { StaffRepository, type TillStaff } from './staff.repository';
