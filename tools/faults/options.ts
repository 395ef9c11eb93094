/** What a run is asked for; tools/faults/README.md says each in words. */
export interface Options {
  seed: number;
  operations: number;
  /** How often each of api, worker and PostgreSQL is killed. */
  killsEach: number;
  /** How many work at the same time. */
  clients: number;
  /** After so long nothing more is begun. */
  minutes: number;
  /** How many of the API and of the worker run on the one database. */
  processes: number;
  buyers: number;
  units: number;
  short: boolean;
  /** After the checks every kind of breach is put into the data, and every check must find its own. */
  plant: boolean;
  /** Where the logs are copied to at the end; null: nowhere. */
  keep: string | null;
}
