import { Injectable } from '@nestjs/common';
import { bucketsOfNumber, type CauseShare, type StockNumber } from '@oneshelf/domain-inventory';
import type { Tx } from '@oneshelf/platform';
import { sql } from 'kysely';
import { changeOfBuckets } from '../fold-of-buckets';
import { type LedgerPosition, upTo } from '../stock-as-of/ledger-position';

/** Of each cause, the newest; the rest is one sum, and all of them are among the movements. */
const SHOWN_DOCUMENTS = 20;

export interface CauseDocument {
  causeId: string;
  movements: number;
  changeMilli: number;
  /** When its last movement was recorded. */
  at: string;
  reason: string;
  actor: string;
}

export interface PeriodCause extends CauseShare {
  movements: number;
  documents: CauseDocument[];
  /** Documents that are not named. */
  otherDocuments: number;
}

export interface Period {
  variantId: string;
  locationId: string | null;
  number: StockNumber;
  from: LedgerPosition;
  until: LedgerPosition;
}

interface Row {
  kind: string; id: string; movements: number; change: number; at: Date; reason: string; actor: string;
  kind_movements: number; kind_change: number; kind_documents: number;
}

/** What changed a number in a period, by cause and document. */
@Injectable()
export class CausesOfPeriodQuery {
  /** Statements: 1. */
  async run({ variantId, locationId, number, from, until }: Period, reading: Tx): Promise<PeriodCause[]> {
    const change = changeOfBuckets(bucketsOfNumber[number]);
    const { rows } = await sql<Row>`
      SELECT * FROM (
        SELECT *, row_number() OVER (PARTITION BY kind ORDER BY at DESC, id) AS place,
          (sum(movements) OVER of_kind)::int8 AS kind_movements, (sum(change) OVER of_kind)::int8 AS kind_change, (count(*) OVER of_kind)::int8 AS kind_documents
        FROM (
          SELECT m.cause_kind AS kind, m.cause_id AS id, count(*)::int8 AS movements, sum(${change})::int8 AS change, max(m.recorded_at) AS at, max(m.reason) AS reason, max(m.actor) AS actor
          FROM stock_movement m
          WHERE m.variant_id = ${variantId}::uuid ${locationId === null ? sql`` : sql`AND m.location_id = ${locationId}::uuid`}
            AND m.recorded_at >= ${from.recordedAt}::timestamptz AND ${upTo(until)} AND ${change} <> 0
          GROUP BY m.cause_kind, m.cause_id
        ) document WINDOW of_kind AS (PARTITION BY kind)
      ) ranked WHERE place <= ${SHOWN_DOCUMENTS} ORDER BY abs(kind_change) DESC, kind, place`.execute(reading);
    const kinds = [...new Set(rows.map((row) => row.kind))];
    return kinds.map((kind) => toCause(rows.filter((row) => row.kind === kind)));
  }
}

function toCause(rows: Row[]): PeriodCause {
  const [first] = rows;
  const documents = rows.map((row) => ({ causeId: row.id, movements: row.movements, changeMilli: row.change, at: row.at.toISOString(), reason: row.reason, actor: row.actor }));
  const changeMilli = first?.kind_change ?? 0;
  return {
    causeKind: first?.kind ?? '',
    movements: first?.kind_movements ?? 0,
    changeMilli,
    documents,
    otherDocuments: (first?.kind_documents ?? 0) - documents.length,
    othersMilli: changeMilli - documents.reduce((sum, document) => sum + document.changeMilli, 0),
  };
}
