import { type RawBuilder, sql } from 'kysely';

const CAUSES = [['lag', 'lag_milli'], ['failed_push', 'failed_push_milli'], ['buffer', 'buffer_milli'], ['miscount', 'miscount_milli'], ['shrink', 'shrink_milli']] as const;

/** MKT-22 in SQL: each part with the sign of its row's variance, so that the sums sum. A row of a day has it applied already. */
const signed = (column: string) => sql`${sql.ref(column)} * sign(lag_milli + failed_push_milli + buffer_milli + miscount_milli + shrink_milli)`;

/** The five sums, in the order of the table. */
export const causeColumns = sql.join(CAUSES.map(([, column]) => sql`sum(${signed(column)})::int8`));

/** The same, named as the screens read them. */
export const causeSums = sql.join([sql`coalesce(sum(${signed('lag_milli')}), 0)::int8 AS "lagMilli"`, sql`coalesce(sum(${signed('failed_push_milli')}), 0)::int8 AS "failedPushMilli"`, sql`coalesce(sum(${signed('buffer_milli')}), 0)::int8 AS "bufferMilli"`, sql`coalesce(sum(${signed('miscount_milli')}), 0)::int8 AS "miscountMilli"`, sql`coalesce(sum(${signed('shrink_milli')}), 0)::int8 AS "shrinkMilli"`]);

/** The cause that adds most to one row's variance; null where nothing differs. */
export const mainCauseOf = (row: RawBuilder<unknown>) => sql`(
  SELECT cause FROM (VALUES ${sql.join(CAUSES.map(([cause, column], index) => sql`(${sql.lit(cause)}, ${row}${sql.ref(column)}, ${sql.lit(index)}::int)`))}) AS part (cause, milli, place)
  WHERE milli * sign(${row}lag_milli + ${row}failed_push_milli + ${row}buffer_milli + ${row}miscount_milli + ${row}shrink_milli) > 0
  ORDER BY milli * sign(${row}lag_milli + ${row}failed_push_milli + ${row}buffer_milli + ${row}miscount_milli + ${row}shrink_milli) DESC, place LIMIT 1)`;
