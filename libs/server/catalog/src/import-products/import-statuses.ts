import type { CancelRefusal } from './cancel-import/cancel-import.use-case';
import type { CheckRefusal } from './check-import/check-import.use-case';
import type { MapRefusal } from './map-import/map-import.use-case';
import type { StartRefusal } from './start-import/start-import.use-case';
import type { UploadRefusal } from './upload-import/upload-import.use-case';

/** The HTTP status of each refusal, total per route. */
export const importStatuses = {
  upload: {
    empty_file: 422, no_rows: 422, binary_file: 422, excel_workbook: 422, wrong_encoding: 422, json_file: 422, xml_file: 422, not_csv: 422,
    duplicate_columns: 422, broken_quotes: 422, translations_only: 422, unknown_market: 422,
  } satisfies Record<UploadRefusal['kind'], number>,
  map: { import_not_found: 404, import_already_started: 409, mapping_without_title: 422, mapping_unknown_column: 422, mapping_column_twice: 422 } satisfies Record<MapRefusal['kind'], number>,
  check: { import_not_found: 404, import_already_started: 409, mapping_needed: 409, file_unreadable: 422 } satisfies Record<CheckRefusal['kind'], number>,
  start: { import_not_found: 404, import_not_checked: 409 } satisfies Record<StartRefusal['kind'], number>,
  cancel: { import_not_found: 404, import_already_ended: 409 } satisfies Record<CancelRefusal['kind'], number>,
};
