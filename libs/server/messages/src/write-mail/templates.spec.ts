import { layOut } from './mail';
import type { OrderFacts, ReceiptFacts } from './mail-facts';
import { orderPlaced } from './order-placed';
import { paymentNeeded } from './payment-needed';
import { pickupReady } from './pickup-ready';
import { returnRefunded } from './return-refunded';
import { saleReceipt } from './sale-receipt';
import { unitsUnavailable } from './units-unavailable';

const soho = { name: 'London Soho', address: '14 Larkspur Row, W1F 0FH London' };
const english: OrderFacts = {
  number: 'GB-7', recipient: 'priya@example.com', locale: 'en', customerName: 'Priya Nair', currency: 'GBP', discountMinor: 960, taxMinor: 1408, totalMinor: 8450,
  lines: [{ title: 'Merino sweater, Navy / M', quantityMilli: 1000, totalMinor: 5950 }, { title: 'Rope', quantityMilli: 2500, totalMinor: 2500 }],
  place: { kind: 'pickup', store: soho }, statusUrl: 'https://fieldhouse.example/shop/orders/1?token=t',
};
const german: OrderFacts = {
  ...english, number: 'DE-7', locale: 'de', customerName: 'Jörg Weiß', currency: 'EUR', discountMinor: 0, place: { kind: 'delivery', address: 'Isarhof 23, 80331 München' },
};
const berlin = { name: 'Berlin Mitte', address: 'Lindengasse 12, 10119 Berlin' };
const sweater = english.lines.slice(0, 1);
const receipt: ReceiptFacts = {
  number: 'SOHO-1-2026-000042', recipient: 'priya@example.com', locale: 'en', currency: 'GBP', store: soho, soldAt: '21 November 2026 at 14:31', lines: sweater,
  discountMinor: 960, taxMinor: 992, totalMinor: 5950, discounts: [{ name: 'Autumn knit', amountMinor: 960 }], taxes: [{ name: 'VAT 20 %', taxMinor: 992 }],
  tenders: [{ kind: 'cash', cardLabel: null, amountMinor: 2000 }, { kind: 'card_present', cardLabel: 'Visa ··1881', amountMinor: 3950 }],
};
const refund = { lines: sweater, refundMinor: 5950, tenders: receipt.tenders };
// Intl writes a space that does not break before the euro sign.
const text = (mail: Parameters<typeof layOut>[0]) => layOut(mail).text.replaceAll('\u00a0', ' ');

describe('shipping and receipt', () => {
  it('stand in the mail of an order that is sent, and the shipping in that of its last return', () => {
    const sent = text(orderPlaced({ ...english, shippingMinor: 395, receiptUrl: 'https://fieldhouse.example/r/abc' }));
    expect(sent).toContain('Delivery                      £3.95');
    expect(sent).toContain('Receipt, and why it costs this: https://fieldhouse.example/r/abc');
    expect(text(saleReceipt({ ...receipt, receiptUrl: 'https://fieldhouse.example/r/def' }))).toContain('https://fieldhouse.example/r/def');
    const back = text(returnRefunded(german, { store: berlin, lines: sweater, refundMinor: 6445, tenders: [] }));
    expect(back).toMatch(/Versand\s+4,95/);
  });
});

describe('what is not there yet', () => {
  const [sweaterLine, rope] = english.lines as [OrderFacts['lines'][number], OrderFacts['lines'][number]];
  const lines: OrderFacts['lines'] = [{ ...sweaterLine, promised: { kind: 'preorder', quantityMilli: 1000, expectedOn: '2026-12-04' } }, { ...rope, promised: { kind: 'backorder', quantityMilli: 1500, expectedOn: null } }];

  it('stands under its line with its day, in the mail of the order', () => {
    const sent = text(orderPlaced({ ...english, lines }));
    expect(sent).toContain('1 × Merino sweater, Navy / M  £59.50\n  1 of it: out on 4 December 2026, sent then\n2.5 × Rope                    £25.00\n  1.5 of it: on order, sent as soon as it is here\n');
    expect(text(orderPlaced({ ...german, lines }))).toContain('  davon 1: erscheint am 4. Dezember 2026 und wird dann geschickt\n2,5 × Rope                    25,00 €\n  davon 1,5: nachbestellt, wird geschickt, sobald es da ist\n');
  });
});

describe('a card that is asked for again', () => {
  it('PAY-13 says why, what for, and where to confirm it', () => {
    const asked = text(paymentNeeded(english, 8450));
    expect(asked).toContain('Nothing was charged so far.');
    expect(asked).toContain('To be put on hold             £84.50\n\nConfirm your card: https://fieldhouse.example/shop/orders/1?token=t');
    expect(text(paymentNeeded(german, 8450))).toMatch(/Zu reservieren\s+84,50 €/);
  });
});

describe('mail in English', () => {
  it('confirms an order that will be collected', () => {
    expect(text(orderPlaced(english))).toBe(`We have your order GB-7

Hello Priya Nair,

Thank you for your order. This is what you chose:

You collect it at London Soho, 14 Larkspur Row, W1F 0FH London.

We write again as soon as it is ready. Please wait for that mail before you come.

Your card is charged when you get the goods, not before.

1 × Merino sweater, Navy / M  £59.50
2.5 × Rope                    £25.00
Discount, taken off above     £9.60
Tax included                  £14.08
Total                         £84.50

See your order: https://fieldhouse.example/shop/orders/1?token=t
`);
  });

  it('says that a pickup is ready, with the code in large letters', () => {
    const content = pickupReady(english, { store: soho, collectionCode: 'K7M4PX' });
    expect(text(content)).toBe(`Your order GB-7 is ready at London Soho

Hello Priya Nair,

Your order is ready for you at London Soho, 14 Larkspur Row, W1F 0FH London.

Show this code at the till. Who has the code gets the goods, so keep it to yourself.

Collection code: K7M4PX


See your order: https://fieldhouse.example/shop/orders/1?token=t
`);
    expect(layOut(content).html).toContain('Collection code<br><strong style="font-size:40px;letter-spacing:6px;line-height:1.3">K7M4PX</strong>');
  });

  it('says what is missing and that it is not charged', () => {
    expect(text(unitsUnavailable({ ...english, statusUrl: null }, sweater, false))).toBe(`A part of your order GB-7 is not available

Hello Priya Nair,

We are sorry: we could not find these items for you, in any of our places.

You are not charged for them.

The rest of your order goes on as planned.

1 × Merino sweater, Navy / M  £59.50
`);
    expect(text(unitsUnavailable(english, sweater, true))).not.toContain('The rest of your order');
  });

  it('says what is given back, and to which tender', () => {
    expect(text(returnRefunded({ ...english, statusUrl: null }, { store: soho, ...refund }))).toBe(`Your refund for order GB-7

Hello Priya Nair,

We have your items back at London Soho. This is what we give back:

A card shows it within a few working days; that is up to your bank.

1 × Merino sweater, Navy / M  £59.50
Refund                        £59.50
To cash                       £20.00
To Visa ··1881                £39.50
`);
  });

  it('sends the receipt of a sale', () => {
    expect(text(saleReceipt(receipt))).toBe(`Your receipt from London Soho

Receipt SOHO-1-2026-000042

Bought at London Soho, 14 Larkspur Row, W1F 0FH London on 21 November 2026 at 14:31.

Keep this mail: with it you can return items in any of our stores.

1 × Merino sweater, Navy / M            £59.50
Discount, taken off above: Autumn knit  £9.60
Total                                   £59.50
Tax included: VAT 20 %                  £9.92
Paid by cash                            £20.00
Paid by Visa ··1881                     £39.50
`);
  });
});

describe('mail in German', () => {
  it('confirms an order that will be delivered', () => {
    expect(text(orderPlaced(german))).toBe(`Ihre Bestellung DE-7 ist bei uns

Guten Tag Jörg Weiß,

Vielen Dank für Ihre Bestellung. Das haben Sie ausgesucht:

Wir liefern an: Isarhof 23, 80331 München.

Ihre Karte wird erst belastet, wenn Sie die Ware bekommen.

1 × Merino sweater, Navy / M  59,50 €
2,5 × Rope                    25,00 €
Enthaltene Mehrwertsteuer     14,08 €
Summe                         84,50 €

Bestellung ansehen: https://fieldhouse.example/shop/orders/1?token=t
`);
  });

  it('says that a pickup is ready', () => {
    expect(text(pickupReady({ ...german, statusUrl: null }, { store: berlin, collectionCode: 'K7M4PX' }))).toBe(`Ihre Bestellung DE-7 liegt bereit: Berlin Mitte

Guten Tag Jörg Weiß,

Ihre Bestellung liegt für Sie bereit: Berlin Mitte, Lindengasse 12, 10119 Berlin.

Zeigen Sie diesen Code an der Kasse. Wer den Code hat, bekommt die Ware; geben Sie ihn also nicht weiter.

Abholcode: K7M4PX

`);
  });

  it('says what is missing and that it is not charged', () => {
    expect(text(unitsUnavailable({ ...german, statusUrl: null }, sweater, false))).toBe(`Ein Teil Ihrer Bestellung DE-7 ist nicht lieferbar

Guten Tag Jörg Weiß,

Es tut uns leid: Diese Artikel konnten wir an keinem unserer Standorte für Sie finden.

Sie werden Ihnen nicht berechnet.

Der Rest Ihrer Bestellung läuft weiter wie geplant.

1 × Merino sweater, Navy / M  59,50 €
`);
  });

  it('says what is given back; cash alone needs no word about banks', () => {
    const cash = { ...refund, tenders: [{ kind: 'cash' as const, cardLabel: null, amountMinor: 5950 }] };
    expect(text(returnRefunded({ ...german, statusUrl: null }, { store: berlin, ...cash }))).toBe(`Ihre Erstattung zur Bestellung DE-7

Guten Tag Jörg Weiß,

Ihre Artikel sind wieder bei uns: Berlin Mitte. Das erstatten wir Ihnen:

1 × Merino sweater, Navy / M  59,50 €
Erstattung                    59,50 €
An: Bargeld                   59,50 €
`);
  });

  it('sends the receipt of a sale', () => {
    expect(text(saleReceipt({ ...receipt, locale: 'de', currency: 'EUR', store: berlin, soldAt: '21. November 2026 um 14:31' }))).toBe(`Ihr Kassenbon: Berlin Mitte

Bon SOHO-1-2026-000042

Gekauft: Berlin Mitte, Lindengasse 12, 10119 Berlin, 21. November 2026 um 14:31.

Heben Sie diese Nachricht auf: Damit können Sie Artikel in jeder unserer Filialen zurückgeben.

1 × Merino sweater, Navy / M               59,50 €
Rabatt, oben schon abgezogen: Autumn knit  9,60 €
Summe                                      59,50 €
Enthaltene Mehrwertsteuer: VAT 20 %        9,92 €
Bezahlt mit: Bargeld                       20,00 €
Bezahlt mit: Visa ··1881                   39,50 €
`);
  });
});

describe('what a customer wrote', () => {
  it('is never markup', () => {
    const { html } = layOut(orderPlaced({ ...english, customerName: '<img src=x onerror="1">' }));
    expect(html).toContain('Hello &lt;img src=x onerror=&quot;1&quot;&gt;,');
    expect(html).not.toContain('<img');
  });
});
