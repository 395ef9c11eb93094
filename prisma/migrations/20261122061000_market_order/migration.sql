-- Markets stand in the order in which they were opened: the first is where a list of them begins. A table's own order changes with each update.
ALTER TABLE "market" ADD COLUMN "position" SERIAL NOT NULL;
