export * from './events/domain-events';
export * from './events/event-type';
export * from './identity/device.contract';
export * from './identity/sign-in.contract';
export * from './operations/stuck-work.contract';
export * from './organisation/directory.contract';
