export interface Doorway { isReady: boolean; isRevoked: boolean; isReceiptShown: boolean; hasStaff: boolean }

/**
 * Which door stands open: enrolment, PIN, or the till behind both. A till that is ended right behind a sale still shows
 * its receipt: the change on it is in the customer's hand in a moment, and nowhere else to be read.
 */
export function doorOf({ isReady, isRevoked, isReceiptShown, hasStaff }: Doorway): 'enrol' | 'lock' | 'till' {
  if (!isReady || (isRevoked && !isReceiptShown)) return 'enrol';
  return hasStaff ? 'till' : 'lock';
}
