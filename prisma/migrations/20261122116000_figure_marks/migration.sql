-- CreateTable
CREATE TABLE "FigureMark" (
    "councilId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "mark" BIGINT NOT NULL,

    CONSTRAINT "FigureMark_pkey" PRIMARY KEY ("councilId","id")
);

-- AddForeignKey
ALTER TABLE "FigureMark" ADD CONSTRAINT "FigureMark_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the Prisma schema cannot say.
SELECT protect_council_table('"FigureMark"');
REVOKE DELETE ON "FigureMark" FROM pledgeboard_app;

-- Counts every write to what a dashboard's figures are made of, once a statement, however many rows it has. Two who
-- write at once count on rows of their own, so that nobody waits for a long import; the sum changes with each commit.
CREATE FUNCTION mark_figures() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  council CONSTANT uuid := current_council();
BEGIN
  IF council IS NULL THEN
    -- Nobody of a council wrote this: it may be about all of them.
    UPDATE "FigureMark" SET mark = mark + 1;
    RETURN NULL;
  END IF;
  UPDATE "FigureMark" SET mark = mark + 1
   WHERE "councilId" = council
     AND id = (SELECT id FROM "FigureMark" WHERE "councilId" = council ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED);
  IF NOT FOUND THEN
    INSERT INTO "FigureMark" ("councilId", id, mark) SELECT id, gen_random_uuid(), 1 FROM "Council" WHERE id = council;
  END IF;
  RETURN NULL;
END $$;

DO $$
DECLARE
  watched text;
BEGIN
  FOREACH watched IN ARRAY ARRAY['Area', 'Breakdown', 'BreakdownValue', 'CommitmentIndicator', 'Council', 'Definition',
    'DisclosureRule', 'FrozenDashboard', 'Indicator', 'Meeting', 'Neighbour', 'NeighbourSet', 'Observation', 'Person',
    'PromiseIndicator', 'Source', 'Target', 'Theme', 'ThemeBreakdown', 'ThemeIndicator', 'ThemePriority',
    'ThemePromise', 'ThemeStatistic', 'ThemeText'] LOOP
    EXECUTE format('CREATE TRIGGER marks_figures AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH STATEMENT EXECUTE FUNCTION mark_figures()', watched);
  END LOOP;
END $$;

-- Councils that were there before begin at one.
ALTER TABLE "Council" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "FigureMark" NO FORCE ROW LEVEL SECURITY;
INSERT INTO "FigureMark" ("councilId", id, mark) SELECT id, gen_random_uuid(), 1 FROM "Council";
ALTER TABLE "Council" FORCE ROW LEVEL SECURITY;
ALTER TABLE "FigureMark" FORCE ROW LEVEL SECURITY;
