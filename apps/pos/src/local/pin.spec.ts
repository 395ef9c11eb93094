import { pbkdf2Sync } from 'node:crypto';
import { isRightPin, waitAfter } from './pin';

const pinSalt = '00ff10a2';
const person = { pinSalt, pinHash: pbkdf2Sync('0417', Buffer.from(pinSalt, 'hex'), 1000, 32, 'sha256').toString('hex') };

describe('isRightPin', () => {
  it('knows the server’s hash of the PIN, with its zeros', async () => {
    await expect(isRightPin('0417', person, 1000)).resolves.toBe(true);
    await expect(isRightPin('0418', person, 1000)).resolves.toBe(false);
    await expect(isRightPin('417', person, 1000)).resolves.toBe(false);
  });
});

describe('waitAfter', () => {
  it.each([[1, 0], [4, 0], [5, 30], [6, 60], [9, 480], [40, 900]])('%i wrong PINs: %i s', (wrong, seconds) => expect(waitAfter(wrong)).toBe(seconds));
});
