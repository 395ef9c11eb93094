export { DeviceRepository } from './device.repository';
export { IdentityHttpModule } from './identity-http.module';
export { IdentityModule } from './identity.module';
export { hashSecret, PIN_ITERATIONS } from './secrets';
export { StaffRepository, type TillStaff } from './staff.repository';
