-- A finding may be a warning: the row is imported, something of it is left out.
ALTER TABLE "import_error" ADD COLUMN "severity" TEXT NOT NULL DEFAULT 'error';
-- What the mapping screen shows without reading the file again.
ALTER TABLE "import_run" ADD COLUMN "columns" TEXT[] NOT NULL DEFAULT '{}';
ALTER TABLE "import_run" ADD COLUMN "samples" JSONB NOT NULL DEFAULT '[]';
