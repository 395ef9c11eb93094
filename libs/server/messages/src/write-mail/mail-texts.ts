import type { Mail } from './mail';
import type { TenderKind } from './mail-facts';

/** Every sentence of our mails. A language that lacks one is a type error. */
export interface MailTexts {
  hello: (name: string) => string;
  total: string;
  discount: string;
  tax: string;
  shipping: string;
  /** The receipt's public page. */
  seeReceipt: string;
  seeOrder: string;
  tenders: Record<TenderKind, string>;
  placed: { subject: (number: string) => string; thanks: string; pickup: (store: string, address: string) => string; pickupNext: string; delivery: (address: string) => string; charged: string };
  /** Under a line of which something is not there yet; the day is in words. */
  promised: Record<'backorder' | 'preorder', { from: (quantity: string, day: string) => string; someday: (quantity: string) => string }>;
  ready: { subject: (number: string, store: string) => string; ready: (store: string, address: string) => string; show: string; code: string };
  unavailable: { subject: (number: string) => string; sorry: string; notCharged: string; rest: string };
  moved: { subject: (number: string) => string; later: string; day: string; nothingToDo: string };
  payAgain: { subject: (number: string) => string; why: string; act: string; nothingCharged: string; due: string; pay: string };
  refunded: { subject: (number: string) => string; back: (store: string) => string; cardDays: string; refund: string; to: (tender: string) => string };
  receipt: { subject: (store: string) => string; bought: (store: string, at: string) => string; number: (number: string) => string; keep: string; paid: (tender: string) => string };
}

const en: MailTexts = {
  hello: (name) => (name ? `Hello ${name},` : 'Hello,'),
  total: 'Total', discount: 'Discount, taken off above', tax: 'Tax included', shipping: 'Delivery', seeReceipt: 'Receipt, and why it costs this', seeOrder: 'See your order',
  tenders: { card_online: 'card', card_present: 'card', cash: 'cash', external: 'the marketplace' },
  placed: {
    subject: (number) => `We have your order ${number}`,
    thanks: 'Thank you for your order. This is what you chose:',
    pickup: (store, address) => `You collect it at ${store}, ${address}.`,
    pickupNext: 'We write again as soon as it is ready. Please wait for that mail before you come.',
    delivery: (address) => `We send it to ${address}.`,
    charged: 'Your card is charged when you get the goods, not before.',
  },
  promised: {
    backorder: { from: (quantity, day) => `${quantity} of it: expected on ${day}`, someday: (quantity) => `${quantity} of it: on order, sent as soon as it is here` },
    preorder: { from: (quantity, day) => `${quantity} of it: out on ${day}, sent then`, someday: (quantity) => `${quantity} of it: not out yet, sent when it is` },
  },
  ready: {
    subject: (number, store) => `Your order ${number} is ready at ${store}`,
    ready: (store, address) => `Your order is ready for you at ${store}, ${address}.`,
    show: 'Show this code at the till. Who has the code gets the goods, so keep it to yourself.',
    code: 'Collection code',
  },
  unavailable: {
    subject: (number) => `A part of your order ${number} is not available`,
    sorry: 'We are sorry: we could not find these items for you, in any of our places.',
    notCharged: 'You are not charged for them.',
    rest: 'The rest of your order goes on as planned.',
  },
  moved: {
    subject: (number) => `New day for your order ${number}`,
    later: 'We are sorry: what you wait for comes later than we told you. This is the new day:',
    day: 'We know more about when what you wait for comes:',
    nothingToDo: 'You need to do nothing; it is sent as soon as it is here. If that is too late for you, answer this mail and we cancel it.',
  },
  payAgain: {
    subject: (number) => `Your order ${number} waits for your card`,
    why: 'Your bank keeps an amount on hold for some days only. That of your order has ended, and we could not ask your card again without you.',
    act: 'Please confirm your card on the page of your order. Your goods are kept for you, and leave as soon as that is done.',
    nothingCharged: 'Nothing was charged so far. Your card is charged when you get the goods.',
    due: 'To be put on hold', pay: 'Confirm your card',
  },
  refunded: {
    subject: (number) => `Your refund for order ${number}`,
    back: (store) => `We have your items back at ${store}. This is what we give back:`,
    cardDays: 'A card shows it within a few working days; that is up to your bank.',
    refund: 'Refund', to: (tender) => `To ${tender}`,
  },
  receipt: {
    subject: (store) => `Your receipt from ${store}`,
    bought: (store, at) => `Bought at ${store} on ${at}.`,
    number: (number) => `Receipt ${number}`,
    keep: 'Keep this mail: with it you can return items in any of our stores.',
    paid: (tender) => `Paid by ${tender}`,
  },
};

const de: MailTexts = {
  hello: (name) => (name ? `Guten Tag ${name},` : 'Guten Tag,'),
  total: 'Summe', discount: 'Rabatt, oben schon abgezogen', tax: 'Enthaltene Mehrwertsteuer', shipping: 'Versand', seeReceipt: 'Beleg, und warum er so viel kostet', seeOrder: 'Bestellung ansehen',
  tenders: { card_online: 'Karte', card_present: 'Karte', cash: 'Bargeld', external: 'den Marktplatz' },
  placed: {
    subject: (number) => `Ihre Bestellung ${number} ist bei uns`,
    thanks: 'Vielen Dank für Ihre Bestellung. Das haben Sie ausgesucht:',
    pickup: (store, address) => `Sie holen sie hier ab: ${store}, ${address}.`,
    pickupNext: 'Wir schreiben wieder, sobald alles bereitliegt. Bitte warten Sie diese Nachricht ab, bevor Sie kommen.',
    delivery: (address) => `Wir liefern an: ${address}.`,
    charged: 'Ihre Karte wird erst belastet, wenn Sie die Ware bekommen.',
  },
  promised: {
    backorder: { from: (quantity, day) => `davon ${quantity}: erwartet am ${day}`, someday: (quantity) => `davon ${quantity}: nachbestellt, wird geschickt, sobald es da ist` },
    preorder: { from: (quantity, day) => `davon ${quantity}: erscheint am ${day} und wird dann geschickt`, someday: (quantity) => `davon ${quantity}: noch nicht erschienen, wird geschickt, sobald es so weit ist` },
  },
  ready: {
    subject: (number, store) => `Ihre Bestellung ${number} liegt bereit: ${store}`,
    ready: (store, address) => `Ihre Bestellung liegt für Sie bereit: ${store}, ${address}.`,
    show: 'Zeigen Sie diesen Code an der Kasse. Wer den Code hat, bekommt die Ware; geben Sie ihn also nicht weiter.',
    code: 'Abholcode',
  },
  unavailable: {
    subject: (number) => `Ein Teil Ihrer Bestellung ${number} ist nicht lieferbar`,
    sorry: 'Es tut uns leid: Diese Artikel konnten wir an keinem unserer Standorte für Sie finden.',
    notCharged: 'Sie werden Ihnen nicht berechnet.',
    rest: 'Der Rest Ihrer Bestellung läuft weiter wie geplant.',
  },
  moved: {
    subject: (number) => `Neuer Tag für Ihre Bestellung ${number}`,
    later: 'Es tut uns leid: Worauf Sie warten, kommt später, als wir Ihnen gesagt haben. Das ist der neue Tag:',
    day: 'Wir wissen jetzt genauer, wann kommt, worauf Sie warten:',
    nothingToDo: 'Sie müssen nichts tun; wir schicken es, sobald es da ist. Ist Ihnen das zu spät, antworten Sie auf diese Nachricht, und wir stornieren.',
  },
  payAgain: {
    subject: (number) => `Ihre Bestellung ${number} wartet auf Ihre Karte`,
    why: 'Ihre Bank reserviert einen Betrag nur für einige Tage. Die Reservierung für Ihre Bestellung ist abgelaufen, und ohne Sie konnten wir Ihre Karte nicht noch einmal anfragen.',
    act: 'Bitte bestätigen Sie Ihre Karte auf der Seite Ihrer Bestellung. Ihre Ware liegt für Sie zurück und geht ab, sobald das geschehen ist.',
    nothingCharged: 'Bisher wurde nichts abgebucht. Ihre Karte wird belastet, wenn Sie die Ware bekommen.',
    due: 'Zu reservieren', pay: 'Karte bestätigen',
  },
  refunded: {
    subject: (number) => `Ihre Erstattung zur Bestellung ${number}`,
    back: (store) => `Ihre Artikel sind wieder bei uns: ${store}. Das erstatten wir Ihnen:`,
    cardDays: 'Auf einer Karte erscheint der Betrag in einigen Werktagen; das hängt von Ihrer Bank ab.',
    refund: 'Erstattung', to: (tender) => `An: ${tender}`,
  },
  receipt: {
    subject: (store) => `Ihr Kassenbon: ${store}`,
    bought: (store, at) => `Gekauft: ${store}, ${at}.`,
    number: (number) => `Bon ${number}`,
    keep: 'Heben Sie diese Nachricht auf: Damit können Sie Artikel in jeder unserer Filialen zurückgeben.',
    paid: (tender) => `Bezahlt mit: ${tender}`,
  },
};

export const mailTexts: Record<Mail['locale'], MailTexts> = { en, de };
