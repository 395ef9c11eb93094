import { Injectable } from '@nestjs/common';
import type { Tx } from '@oneshelf/platform';
import { sql } from 'kysely';

interface SheetEditor {
  marketCode: string;
  editorId: string;
  name: string;
}

/** Who has a market's sheet open: a sheet that has not asked for news for a while is closed. */
@Injectable()
export class SheetEditorRepository {
  /** Notes that this sheet is open. Written every few seconds only: it is asked far more often. */
  async note(tx: Tx, { marketCode, editorId, name }: SheetEditor): Promise<void> {
    await sql`DELETE FROM price_sheet_editor WHERE market_code = ${marketCode} AND seen_at < now() - interval '1 hour'`.execute(tx);
    await sql`
      INSERT INTO price_sheet_editor AS e (market_code, editor_id, name) VALUES (${marketCode}, ${editorId}::uuid, ${name})
      ON CONFLICT (market_code, editor_id) DO UPDATE SET seen_at = now(), name = excluded.name WHERE e.seen_at < now() - interval '4 seconds'`.execute(tx);
  }

  /** Names of the others, each once. */
  async others(tx: Tx, { marketCode, editorId, name }: SheetEditor): Promise<string[]> {
    const { rows } = await sql<{ name: string }>`
      SELECT DISTINCT name FROM price_sheet_editor
      WHERE market_code = ${marketCode} AND editor_id <> ${editorId}::uuid AND name <> ${name} AND seen_at > now() - interval '15 seconds' ORDER BY name`.execute(tx);
    return rows.map((row) => row.name);
  }
}
