/**
 * Bugs that other systems had with stock (L-16 … L-31, L-54 of the lessons of the field), each as one change of our code,
 * and the test that must fail of it. `find` stands in the file exactly once.
 */
const inventory = 'libs/server/inventory';
const ledger = `${inventory}/src/stock-ledger.repository.ts`;

export const mutations = [
  {
    lesson: 'L-16', bug: 'a sale that is sent twice takes its units twice',
    file: ledger, find: 'FROM entry WHERE EXISTS (SELECT FROM claimed WHERE fresh)', put: 'FROM entry WHERE EXISTS (SELECT FROM claimed)',
    tests: { lib: inventory, files: ['sell-at-counter'] }, by: '[L-16]',
  },
  {
    lesson: 'L-17', bug: 'a sale at a counter takes no units while the shift is open',
    file: 'libs/server/pos-sync/src/accept-sale/sale-posting.ts', find: '      lines: sale.basket.lines.map(({ lineId,', put: '      lines: [].map(({ lineId,',
    tests: { lib: 'libs/server/pos-sync', files: ['accept-operations'] }, by: '[L-17]',
  },
  {
    lesson: 'L-18', bug: 'an order of a bundle keeps the bundle, and its components stay for sale',
    file: `${inventory}/src/reserve-stock/reserve-stock.use-case.ts`, find: 'explodeDemand(input.lines, recipes)', put: 'explodeDemand(input.lines, new Map())',
    tests: { lib: inventory, files: ['bundles.spec'] }, by: '[L-18]',
  },
  {
    lesson: 'L-18', bug: 'each line of an order compares its components with the whole shelf',
    file: 'libs/domain/inventory/src/demand.ts', find: 'total.set(variantId, (total.get(variantId) ?? 0) + quantityMilli)', put: 'total.set(variantId, quantityMilli)',
    tests: { lib: 'libs/domain/inventory', files: ['bundle.spec'] }, by: '[L-18]',
  },
  {
    lesson: 'L-19', bug: 'a late sale is dated to the moment when it arrived',
    file: 'libs/server/pos-sync/src/accept-sale/sale-posting.ts', find: 'registerId: device.registerId, occurredAt: sale.soldAt,', put: 'registerId: device.registerId, occurredAt: new Date().toISOString(),',
    tests: { lib: 'libs/server/pos-sync', files: ['accept-operations'] }, by: '[L-19]',
  },
  {
    lesson: 'L-20', bug: 'the day report leaves out what the web shop charged',
    file: 'libs/server/insights/src/day-report/day-book.ts', find: "const SALES = ['sale', 'order_captured'];", put: "const SALES = ['sale'];",
    tests: { lib: 'libs/server/insights', files: ['day-report'] }, by: '[L-20]',
  },
  {
    lesson: 'L-21', bug: 'two lines of one product are each compared with the whole shelf',
    file: `${inventory}/src/stock-demand.ts`, find: '(demand[`${bucket}_milli`] ?? 0) + change', put: 'change',
    tests: { lib: inventory, files: ['reserve-stock'] }, by: '[L-21]',
  },
  {
    lesson: 'L-27', bug: 'the rule that is shared with the shop does not sum the lines of one product',
    file: 'libs/domain/inventory/src/demand.ts', find: 'total.set(variantId, (total.get(variantId) ?? 0) + quantityMilli)', put: 'total.set(variantId, quantityMilli)',
    tests: { lib: 'libs/domain/inventory', files: ['inventory.spec'] }, by: '[L-27]',
  },
  {
    lesson: 'L-22', bug: 'what is there is read without holding it, so that two at once both find it',
    file: ledger, find: '${order} FOR UPDATE OF level', put: '${order}',
    tests: { lib: inventory, files: ['reserve-stock'] }, by: '[L-22]',
  },
  {
    lesson: 'L-22', bug: 'two heartbeats of one till both begin its first right, and the units of one of them are nobody’s',
    file: `${inventory}/src/grant-to-register/grant-to-register.use-case.ts`, find: '      await this.grants.lockRegister(tx, beat.registerId);\n', put: '',
    tests: { lib: inventory, files: ['promised-stock'] }, by: 'is asked for twice by a till whose line stuttered',
  },
  {
    lesson: 'L-22', bug: 'two counts of one product read the book before either has written, and write one difference twice',
    file: `${inventory}/src/counts/post-count.use-case.ts`, find: '      await lockCountedLevels(tx, count);\n', put: '',
    tests: { lib: inventory, files: ['moved-stock'] }, by: 'write one difference once',
  },
  {
    lesson: 'L-22', bug: 'a piece is looked up without holding it, so that two doors both receive it',
    file: `${inventory}/src/serials/serial-verdicts.ts`, find: '  await lockSerials(tx, named);\n', put: '',
    tests: { lib: inventory, files: ['moved-stock'] }, by: 'that is received at two doors came once',
  },
  {
    lesson: 'L-22', bug: 'a lot takes the number of its last movement for its own',
    file: `${inventory}/src/lots/lot-parts.ts`, find: '= lot.${lotColumn(place)} + excluded.${lotColumn(place)}`)}', put: '= excluded.${lotColumn(place)}`)}',
    tests: { lib: inventory, files: ['lots.spec'] }, by: 'INV-81',
  },
  {
    lesson: 'L-23', bug: 'an order is written although its units could not be kept',
    file: 'libs/server/oms/orders/src/place-order/write-order.ts', find: '      if (!reserved.ok) return reserved;\n', put: '',
    tests: { lib: 'libs/server/oms/orders', files: ['place-order.spec'] }, by: '[L-23]',
  },
  {
    lesson: 'L-24', bug: 'what is kept for orders goes below zero',
    file: 'libs/domain/inventory/src/apply-movement.ts', find: 'if (isStockBucket(from) && !isCounterSale && level[from] < wantedMilli) {', put: "if (isStockBucket(from) && from === 'sellable' && !isCounterSale && level[from] < wantedMilli) {",
    tests: { lib: 'libs/domain/inventory', files: ['inventory.spec'] }, by: '[L-24]',
  },
  {
    lesson: 'L-25', bug: 'a level that differs is reported and never put right',
    file: `${inventory}/src/watch-stock/repair-level.use-case.ts`, find: '      if (wrong.length > 0) await put(tx, place, wanted);\n', put: '',
    tests: { lib: inventory, files: ['watch-stock'] }, by: '[L-25]',
  },
  {
    lesson: 'L-26', bug: 'a cancelled order gives its units back to nobody',
    file: `${inventory}/src/release-stock/release-stock.use-case.ts`, find: "to: input.into ?? 'sellable'", put: "to: input.into ?? 'quality_control'",
    tests: { lib: inventory, files: ['release-stock'] }, by: '[L-26]',
  },
  {
    lesson: 'L-28', bug: 'sources are chosen by what is on hand, whatever is promised of it',
    file: 'libs/server/oms/orders/src/sourcing/find-sources.query.ts', find: 'available[row.variantId] = row.sellableMilli;', put: 'available[row.variantId] = row.onHandMilli;',
    tests: { lib: 'libs/server/oms/orders', files: ['place-order.spec'] }, by: '[L-28]',
  },
  {
    lesson: 'L-29', bug: 'moving an order to another place keeps its units at both',
    file: `${inventory}/src/move-reservation/move-reservation.use-case.ts`, find: '        { ...reservation, deltaMilli: -quantityMilli },\n', put: '',
    tests: { lib: inventory, files: ['promised-stock'] }, by: '[L-29]',
  },
  {
    lesson: 'L-30', bug: 'handing over a second part forgets the first',
    file: 'libs/domain/orders/src/line-quantities.ts', find: 'fulfilledMilli: line.fulfilledMilli + askedMilli', put: 'fulfilledMilli: askedMilli',
    tests: { lib: 'libs/domain/orders', files: ['orders.spec'] }, by: '[L-30]',
  },
  {
    lesson: 'L-31', bug: 'a checkout forgets at the order what was kept for its shopper',
    file: 'libs/server/oms/orders/src/place-order/plan-order.ts', find: "takeFromHold(request.lines, hold ? await this.within(request, hold.lines) : [])", put: 'takeFromHold(request.lines, [])',
    tests: { lib: 'libs/server/oms/orders', files: ['hold-basket'] }, by: '[L-31]',
  },
];
