import { doorOf } from './door-of';

const open = { isReady: true, isRevoked: false, isReceiptShown: false, hasStaff: true };

it.each([
  [open, 'till'],
  [{ ...open, hasStaff: false }, 'lock'],
  [{ ...open, isReady: false }, 'enrol'],
  [{ ...open, isRevoked: true }, 'enrol'],
  [{ ...open, isRevoked: true, hasStaff: false }, 'enrol'],
  // The change of the last sale is read first.
  [{ ...open, isRevoked: true, isReceiptShown: true }, 'till'],
] as const)('%j leads to the door %s', (doorway, door) => {
  expect(doorOf(doorway)).toBe(door);
});
