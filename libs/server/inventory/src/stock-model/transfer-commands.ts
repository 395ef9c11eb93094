import { newId } from '@oneshelf/platform';
import { MoveTransferUseCase } from '../transfers/move-transfer.use-case';
import { ReceiveTransferUseCase } from '../transfers/receive-transfer.use-case';
import { RequestTransferUseCase } from '../transfers/request-transfer.use-case';
import { ShipTransferUseCase } from '../transfers/ship-transfer.use-case';
import { act, actOnce, type Command, picked } from './command';
import { MILLI } from './milli';
import type { Model, Transfer } from './model';

const inStatus = (model: Model, status: Transfer['status']) => model.transfers.filter((transfer) => transfer.status === status);

/** Goods go from place to place: asked for, agreed, sent, and received with what is damaged, lost or too much. */
export const transferCommands: Record<string, Command> = {
  askTransfer: {
    async run(scene) {
      const { model, world, dice: { variant, place, units, pick } } = scene;
      const approve = pick % 3 !== 0;
      const wanted = pick % 2 === 0 ? [{ variant, units }] : [{ variant, units }, { variant: 1 - variant, units: 1 + (pick % 4) }];
      const key = newId();
      const request = { fromLocationId: model.locationIds[place] as string, toLocationId: model.locationIds[1 - place] as string, approve, lines: wanted.map((line) => ({ variantId: model.variantIds[line.variant] as string, quantityMilli: line.units * MILLI })) };
      const answer = await act(scene, () => world.use(RequestTransferUseCase).run(world.operations, key, request));
      if (answer === null) return;
      expect(answer.ok).toBe(true);
      const id = answer.ok ? answer.value.transferId : '';
      const rows = await world.database.selectFrom('transfer_line').select('id').where('transfer_id', '=', id).orderBy('position').execute();
      model.transfers.push({ id, from: place, to: 1 - place, status: approve ? 'approved' : 'requested', lines: wanted.map((line, index) => ({ lineId: rows[index]?.id as string, variant: line.variant, requested: line.units, road: 0 })) });
    },
  },
  agreeTransfer: {
    can: (model) => inStatus(model, 'requested').length > 0,
    async run(scene) {
      const { model, world, dice: { pick } } = scene;
      const transfer = picked(inStatus(model, 'requested'), pick);
      const answer = await actOnce(scene, () => world.use(MoveTransferUseCase).approve({ id: transfer.id, actor: world.operations }));
      if (answer === null) return;
      expect(answer.ok).toBe(true);
      transfer.status = 'approved';
    },
  },
  cancelTransfer: {
    can: (model, { pick }) => model.transfers.length > 0 && pick % 3 === 0,
    async run(scene) {
      const { model, world, dice: { units } } = scene;
      const transfer = picked(model.transfers, units);
      const answer = await actOnce(scene, () => world.use(MoveTransferUseCase).cancel({ id: transfer.id, actor: world.operations }));
      if (answer === null) return;
      expect(answer.ok).toBe(transfer.status !== 'shipped');
      if (answer.ok) forget(model, transfer);
    },
  },
  ship: {
    can: (model) => inStatus(model, 'approved').length > 0,
    async run(scene) {
      const { model, world, dice: { pick } } = scene;
      const transfer = picked(inStatus(model, 'approved'), pick);
      // All that was asked for, or of each line a little more or less.
      const leaving = transfer.lines.map((line, index) => ({ line, units: pick % 2 === 0 ? line.requested : Math.max(0, line.requested + ((pick + index) % 3) - 1) }));
      const lines = pick % 2 === 0 ? undefined : leaving.map(({ line, units }) => ({ lineId: line.lineId, quantityMilli: units * MILLI }));
      const level = (variant: number) => model.at({ variant, place: transfer.from });
      const isThere = leaving.some(({ units }) => units > 0) && leaving.every(({ line, units }) => units === 0 || level(line.variant).sellable >= units);
      const key = newId();
      const answer = await act(scene, () => world.use(ShipTransferUseCase).run({ id: transfer.id, actor: world.operations, key, request: { lines } }));
      if (answer === null) return;
      expect(answer.ok).toBe(isThere);
      if (!isThere) return;
      for (const { line, units } of leaving) {
        level(line.variant).sellable -= units;
        line.road = units;
      }
      transfer.status = 'shipped';
    },
  },
  receiveTransfer: {
    can: (model) => inStatus(model, 'shipped').length > 0,
    async run(scene) {
      const { model, world, dice: { pick, units } } = scene;
      const transfer = picked(inStatus(model, 'shipped'), pick);
      const line = picked(transfer.lines, units);
      const level = model.at({ variant: line.variant, place: transfer.to });
      const damaged = Math.min(pick % 3 === 0 ? 1 : 0, line.road);
      const lost = Math.min(pick % 5 === 0 ? 1 : 0, line.road - damaged);
      // Now and then somebody types more than was sent: that is refused, and is a surplus only where it is said.
      const received = pick % 7 === 0 ? line.road + 1 : Math.min(units, line.road - damaged - lost);
      const surplus = pick % 4 === 0 ? 1 : 0;
      const isRight = received + damaged + lost <= line.road && received + damaged + lost + surplus > 0;
      const key = newId();
      const request = { lines: [{ lineId: line.lineId, receivedMilli: received * MILLI, damagedMilli: damaged * MILLI, missingMilli: lost * MILLI, surplusMilli: surplus * MILLI }] };
      const answer = await act(scene, () => world.use(ReceiveTransferUseCase).run({ id: transfer.id, actor: world.operations, key, request }));
      if (answer === null) return;
      expect(answer.ok).toBe(isRight);
      if (!answer.ok) return;
      level.sellable += received + surplus;
      level.damaged += damaged;
      line.road -= received + damaged + lost;
      const isClosed = transfer.lines.every(({ road }) => road === 0);
      expect(answer.value.closed).toBe(isClosed);
      if (isClosed) forget(model, transfer);
    },
  },
};

const forget = (model: Model, transfer: Transfer): unknown => model.transfers.splice(model.transfers.indexOf(transfer), 1);
