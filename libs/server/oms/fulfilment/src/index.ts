export { LatePickups } from './late-pickups/late-pickups.query';
