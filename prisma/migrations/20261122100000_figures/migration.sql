-- CreateEnum
CREATE TYPE "ZeroRule" AS ENUM ('shown', 'hidden');

-- CreateEnum
CREATE TYPE "ReleaseKind" AS ENUM ('figures', 'report', 'dashboard');

-- CreateEnum
CREATE TYPE "CellPart" AS ENUM ('count', 'group', 'rest');

-- CreateEnum
CREATE TYPE "ImportState" AS ENUM ('waiting', 'reading', 'ready', 'saving', 'saved', 'refused', 'cancelled', 'failed');

-- AlterTable
ALTER TABLE "Definition"
ADD COLUMN     "baselinePeriod" TEXT,
ADD COLUMN     "baselineValue" DECIMAL(14,4),
ADD COLUMN     "breakReason" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "expectedAfterMonths" INTEGER,
ADD COLUMN     "isYearToDate" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "minimumGroup" INTEGER NOT NULL DEFAULT 30,
ADD COLUMN     "sourceId" UUID;

-- AlterTable
ALTER TABLE "Indicator" ADD COLUMN     "ownerId" UUID,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "Observation" ADD COLUMN     "importId" UUID,
ADD COLUMN     "recordedById" UUID;

-- AlterTable
ALTER TABLE "Statistic" ADD COLUMN     "indicatorId" UUID,
ADD COLUMN     "indicatorPeriod" TEXT;

-- AlterTable
ALTER TABLE "Target" ADD COLUMN     "reason" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "Theme" ADD COLUMN     "parts" TEXT[],
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "ThemeIndicator" ADD COLUMN     "isHeadline" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "note" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "notedById" UUID,
ADD COLUMN     "notedOn" DATE;

-- CreateTable
CREATE TABLE "DisclosureRule" (
    "councilId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "sourceId" UUID,
    "startsOn" DATE NOT NULL,
    "threshold" INTEGER NOT NULL,
    "roundTo" INTEGER NOT NULL DEFAULT 1,
    "zeros" "ZeroRule" NOT NULL DEFAULT 'shown',
    "minimumDenominator" INTEGER NOT NULL DEFAULT 0,
    "protectsRest" BOOLEAN NOT NULL DEFAULT true,
    "reason" TEXT NOT NULL,
    "decidedById" UUID,
    "decidedOn" DATE NOT NULL,

    CONSTRAINT "DisclosureRule_pkey" PRIMARY KEY ("councilId","id")
);

-- CreateTable
CREATE TABLE "Release" (
    "councilId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" "ReleaseKind" NOT NULL,
    "slug" TEXT NOT NULL,
    "edition" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "html" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "releasedById" UUID NOT NULL,
    "releasedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawnById" UUID,
    "withdrawnAt" TIMESTAMPTZ(3),
    "withdrawnReason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Release_pkey" PRIMARY KEY ("councilId","id")
);

-- CreateTable
CREATE TABLE "ReleasedCell" (
    "councilId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "releaseId" UUID NOT NULL,
    "definitionId" UUID NOT NULL,
    "areaId" UUID NOT NULL,
    "period" TEXT NOT NULL,
    "part" "CellPart" NOT NULL,
    "among" TEXT NOT NULL,
    "shown" INTEGER,
    "roundTo" INTEGER NOT NULL DEFAULT 1,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReleasedCell_pkey" PRIMARY KEY ("councilId","id")
);

-- CreateTable
CREATE TABLE "Import" (
    "councilId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "fileName" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "metaHash" TEXT NOT NULL DEFAULT '',
    "bytes" BIGINT NOT NULL,
    "state" "ImportState" NOT NULL DEFAULT 'waiting',
    "rowsDone" INTEGER NOT NULL DEFAULT 0,
    "rowsTotal" INTEGER,
    "findings" JSONB,
    "mapId" UUID,
    "cancelledAt" TIMESTAMPTZ(3),
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Import_pkey" PRIMARY KEY ("councilId","id")
);

-- CreateTable
CREATE TABLE "ImportMap" (
    "councilId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "columns" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "savedById" UUID NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ImportMap_pkey" PRIMARY KEY ("councilId","id")
);

-- CreateTable
CREATE TABLE "Source" (
    "councilId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "licence" TEXT NOT NULL,
    "address" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Source_pkey" PRIMARY KEY ("councilId","id")
);

-- CreateTable
CREATE TABLE "Breakdown" (
    "councilId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "indicatorId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "rowTitle" TEXT NOT NULL,
    "rows" TEXT[],
    "columnTitle" TEXT NOT NULL DEFAULT '',
    "columns" TEXT[],
    "isWhole" BOOLEAN NOT NULL,

    CONSTRAINT "Breakdown_pkey" PRIMARY KEY ("councilId","id")
);

-- CreateTable
CREATE TABLE "BreakdownValue" (
    "councilId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "breakdownId" UUID NOT NULL,
    "definitionId" UUID NOT NULL,
    "areaId" UUID NOT NULL,
    "period" TEXT NOT NULL,
    "periodEndsOn" DATE NOT NULL,
    "row" TEXT NOT NULL,
    "column" TEXT NOT NULL DEFAULT '',
    "numerator" INTEGER,
    "denominator" INTEGER,
    "value" DECIMAL(14,4),
    "symbol" "MissingSymbol",
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recordedById" UUID,
    "importId" UUID,

    CONSTRAINT "BreakdownValue_pkey" PRIMARY KEY ("councilId","id")
);

-- CreateTable
CREATE TABLE "PriorityIndicator" (
    "councilId" UUID NOT NULL,
    "priorityId" UUID NOT NULL,
    "indicatorId" UUID NOT NULL,

    CONSTRAINT "PriorityIndicator_pkey" PRIMARY KEY ("councilId","priorityId","indicatorId")
);

-- CreateTable
CREATE TABLE "ThemeBreakdown" (
    "councilId" UUID NOT NULL,
    "themeId" UUID NOT NULL,
    "breakdownId" UUID NOT NULL,
    "order" INTEGER NOT NULL,

    CONSTRAINT "ThemeBreakdown_pkey" PRIMARY KEY ("councilId","themeId","breakdownId")
);

-- CreateTable
CREATE TABLE "ThemePromise" (
    "councilId" UUID NOT NULL,
    "themeId" UUID NOT NULL,
    "promiseId" UUID NOT NULL,
    "order" INTEGER NOT NULL,

    CONSTRAINT "ThemePromise_pkey" PRIMARY KEY ("councilId","themeId","promiseId")
);

-- CreateTable
CREATE TABLE "ThemeText" (
    "councilId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "themeId" UUID NOT NULL,
    "heading" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "writtenById" UUID NOT NULL,
    "writtenOn" DATE NOT NULL,

    CONSTRAINT "ThemeText_pkey" PRIMARY KEY ("councilId","id")
);

-- CreateTable
CREATE TABLE "FrozenDashboard" (
    "councilId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "themeId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "edition" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "hash" TEXT NOT NULL,
    "frozenById" UUID NOT NULL,
    "frozenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "FrozenDashboard_pkey" PRIMARY KEY ("councilId","id")
);

-- CreateTable
CREATE TABLE "NeighbourSet" (
    "councilId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "model" TEXT NOT NULL DEFAULT '',
    "startsOn" DATE NOT NULL,
    "source" TEXT NOT NULL,
    "chosenById" UUID,

    CONSTRAINT "NeighbourSet_pkey" PRIMARY KEY ("councilId","id")
);

-- CreateTable
CREATE TABLE "Neighbour" (
    "councilId" UUID NOT NULL,
    "setId" UUID NOT NULL,
    "areaCode" TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    "closeness" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Neighbour_pkey" PRIMARY KEY ("councilId","setId","areaCode")
);

-- CreateIndex
CREATE UNIQUE INDEX "Release_councilId_slug_edition_key" ON "Release"("councilId", "slug", "edition");

-- CreateIndex
CREATE INDEX "ReleasedCell_councilId_definitionId_areaId_period_idx" ON "ReleasedCell"("councilId", "definitionId", "areaId", "period");

-- CreateIndex
CREATE UNIQUE INDEX "ImportMap_councilId_name_key" ON "ImportMap"("councilId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "Source_councilId_name_key" ON "Source"("councilId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "Breakdown_councilId_indicatorId_key_key" ON "Breakdown"("councilId", "indicatorId", "key");

-- CreateIndex
CREATE UNIQUE INDEX "BreakdownValue_councilId_breakdownId_definitionId_areaId_pe_key" ON "BreakdownValue"("councilId", "breakdownId", "definitionId", "areaId", "period", "row", "column", "recordedAt");

-- CreateIndex
CREATE UNIQUE INDEX "FrozenDashboard_councilId_meetingId_themeId_edition_key" ON "FrozenDashboard"("councilId", "meetingId", "themeId", "edition");

-- CreateIndex
CREATE UNIQUE INDEX "NeighbourSet_councilId_name_key" ON "NeighbourSet"("councilId", "name");

-- The rows of all councils, for this migration alone.
ALTER TABLE "Definition" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "Council" NO FORCE ROW LEVEL SECURITY;

-- A source was a text of each definition: it becomes a row, with the licence that ended the text beside its name.
INSERT INTO "Source" ("councilId", id, name, licence)
SELECT "councilId", gen_random_uuid(), regexp_replace(source, ', Open Government Licence v3\.0$', ''),
       CASE WHEN source ~ ', Open Government Licence v3\.0$' THEN 'Open Government Licence v3.0' ELSE 'Not published' END
  FROM "Definition" GROUP BY "councilId", source;
UPDATE "Definition" d SET "sourceId" = s.id
  FROM "Source" s
 WHERE s."councilId" = d."councilId" AND s.name = regexp_replace(d.source, ', Open Government Licence v3\.0$', '');
ALTER TABLE "Definition" ALTER COLUMN "sourceId" SET NOT NULL, DROP COLUMN source;
ALTER TABLE "Definition" FORCE ROW LEVEL SECURITY;

-- AddForeignKey
ALTER TABLE "DisclosureRule" ADD CONSTRAINT "DisclosureRule_councilId_sourceId_fkey" FOREIGN KEY ("councilId", "sourceId") REFERENCES "Source"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DisclosureRule" ADD CONSTRAINT "DisclosureRule_councilId_decidedById_fkey" FOREIGN KEY ("councilId", "decidedById") REFERENCES "Person"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DisclosureRule" ADD CONSTRAINT "DisclosureRule_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Release" ADD CONSTRAINT "Release_councilId_releasedById_fkey" FOREIGN KEY ("councilId", "releasedById") REFERENCES "Person"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Release" ADD CONSTRAINT "Release_councilId_withdrawnById_fkey" FOREIGN KEY ("councilId", "withdrawnById") REFERENCES "Person"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReleasedCell" ADD CONSTRAINT "ReleasedCell_councilId_releaseId_fkey" FOREIGN KEY ("councilId", "releaseId") REFERENCES "Release"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Import" ADD CONSTRAINT "Import_councilId_personId_fkey" FOREIGN KEY ("councilId", "personId") REFERENCES "Person"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Import" ADD CONSTRAINT "Import_councilId_mapId_fkey" FOREIGN KEY ("councilId", "mapId") REFERENCES "ImportMap"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportMap" ADD CONSTRAINT "ImportMap_councilId_savedById_fkey" FOREIGN KEY ("councilId", "savedById") REFERENCES "Person"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Source" ADD CONSTRAINT "Source_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Indicator" ADD CONSTRAINT "Indicator_councilId_ownerId_fkey" FOREIGN KEY ("councilId", "ownerId") REFERENCES "Person"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Definition" ADD CONSTRAINT "Definition_councilId_sourceId_fkey" FOREIGN KEY ("councilId", "sourceId") REFERENCES "Source"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Observation" ADD CONSTRAINT "Observation_councilId_recordedById_fkey" FOREIGN KEY ("councilId", "recordedById") REFERENCES "Person"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Observation" ADD CONSTRAINT "Observation_councilId_importId_fkey" FOREIGN KEY ("councilId", "importId") REFERENCES "Import"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Breakdown" ADD CONSTRAINT "Breakdown_councilId_indicatorId_fkey" FOREIGN KEY ("councilId", "indicatorId") REFERENCES "Indicator"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BreakdownValue" ADD CONSTRAINT "BreakdownValue_councilId_breakdownId_fkey" FOREIGN KEY ("councilId", "breakdownId") REFERENCES "Breakdown"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BreakdownValue" ADD CONSTRAINT "BreakdownValue_councilId_definitionId_fkey" FOREIGN KEY ("councilId", "definitionId") REFERENCES "Definition"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BreakdownValue" ADD CONSTRAINT "BreakdownValue_councilId_areaId_fkey" FOREIGN KEY ("councilId", "areaId") REFERENCES "Area"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BreakdownValue" ADD CONSTRAINT "BreakdownValue_councilId_recordedById_fkey" FOREIGN KEY ("councilId", "recordedById") REFERENCES "Person"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BreakdownValue" ADD CONSTRAINT "BreakdownValue_councilId_importId_fkey" FOREIGN KEY ("councilId", "importId") REFERENCES "Import"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PriorityIndicator" ADD CONSTRAINT "PriorityIndicator_councilId_priorityId_fkey" FOREIGN KEY ("councilId", "priorityId") REFERENCES "Priority"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PriorityIndicator" ADD CONSTRAINT "PriorityIndicator_councilId_indicatorId_fkey" FOREIGN KEY ("councilId", "indicatorId") REFERENCES "Indicator"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Statistic" ADD CONSTRAINT "Statistic_councilId_indicatorId_fkey" FOREIGN KEY ("councilId", "indicatorId") REFERENCES "Indicator"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ThemeIndicator" ADD CONSTRAINT "ThemeIndicator_councilId_notedById_fkey" FOREIGN KEY ("councilId", "notedById") REFERENCES "Person"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ThemeBreakdown" ADD CONSTRAINT "ThemeBreakdown_councilId_themeId_fkey" FOREIGN KEY ("councilId", "themeId") REFERENCES "Theme"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ThemeBreakdown" ADD CONSTRAINT "ThemeBreakdown_councilId_breakdownId_fkey" FOREIGN KEY ("councilId", "breakdownId") REFERENCES "Breakdown"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ThemePromise" ADD CONSTRAINT "ThemePromise_councilId_themeId_fkey" FOREIGN KEY ("councilId", "themeId") REFERENCES "Theme"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ThemePromise" ADD CONSTRAINT "ThemePromise_councilId_promiseId_fkey" FOREIGN KEY ("councilId", "promiseId") REFERENCES "Promise"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ThemeText" ADD CONSTRAINT "ThemeText_councilId_themeId_fkey" FOREIGN KEY ("councilId", "themeId") REFERENCES "Theme"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ThemeText" ADD CONSTRAINT "ThemeText_councilId_writtenById_fkey" FOREIGN KEY ("councilId", "writtenById") REFERENCES "Person"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FrozenDashboard" ADD CONSTRAINT "FrozenDashboard_councilId_themeId_fkey" FOREIGN KEY ("councilId", "themeId") REFERENCES "Theme"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FrozenDashboard" ADD CONSTRAINT "FrozenDashboard_councilId_meetingId_fkey" FOREIGN KEY ("councilId", "meetingId") REFERENCES "Meeting"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FrozenDashboard" ADD CONSTRAINT "FrozenDashboard_councilId_frozenById_fkey" FOREIGN KEY ("councilId", "frozenById") REFERENCES "Person"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NeighbourSet" ADD CONSTRAINT "NeighbourSet_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NeighbourSet" ADD CONSTRAINT "NeighbourSet_councilId_chosenById_fkey" FOREIGN KEY ("councilId", "chosenById") REFERENCES "Person"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Neighbour" ADD CONSTRAINT "Neighbour_councilId_setId_fkey" FOREIGN KEY ("councilId", "setId") REFERENCES "NeighbourSet"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- Until now every council hid by its setting alone: that becomes its rule.
INSERT INTO "DisclosureRule" ("councilId", id, "startsOn", threshold, reason, "decidedOn")
SELECT id, gen_random_uuid(), current_date, (rules->>'disclosureThreshold')::int, 'As set when the council was set up.', current_date
  FROM "Council" WHERE (rules->>'disclosureThreshold') IS NOT NULL;
ALTER TABLE "Council" FORCE ROW LEVEL SECURITY;

-- What the Prisma schema cannot say.
SELECT protect_council_table(format('%I', name)::regclass)
  FROM unnest(ARRAY['Source', 'Breakdown', 'BreakdownValue', 'PriorityIndicator', 'DisclosureRule', 'Release',
    'ReleasedCell', 'Import', 'ImportMap', 'NeighbourSet', 'Neighbour', 'ThemeBreakdown', 'ThemePromise', 'ThemeText',
    'FrozenDashboard']) AS name;

-- History is added to, never rewritten. Of a release only its withdrawal may be written.
REVOKE UPDATE, DELETE ON "BreakdownValue", "DisclosureRule", "ReleasedCell", "FrozenDashboard" FROM pledgeboard_app;
REVOKE UPDATE, DELETE ON "Release" FROM pledgeboard_app;
GRANT UPDATE ("withdrawnById", "withdrawnAt", "withdrawnReason") ON "Release" TO pledgeboard_app;

ALTER TABLE "BreakdownValue" ADD CONSTRAINT value_or_symbol CHECK ((value IS NULL) <> (symbol IS NULL));
ALTER TABLE "BreakdownValue" ADD CONSTRAINT counts_are_counts CHECK (numerator >= 0 AND denominator >= 0);
ALTER TABLE "BreakdownValue" ADD CONSTRAINT never_the_whole CHECK ("row" <> '' OR "column" <> '');
ALTER TABLE "DisclosureRule" ADD CONSTRAINT rule_in_range CHECK (threshold BETWEEN 0 AND 20 AND "roundTo" BETWEEN 1 AND 100 AND "minimumDenominator" BETWEEN 0 AND 1000);
ALTER TABLE "Release" ADD CONSTRAINT withdrawn_for_a_reason CHECK (("withdrawnAt" IS NULL) = (btrim("withdrawnReason") = '') AND ("withdrawnAt" IS NULL) = ("withdrawnById" IS NULL));
ALTER TABLE "ReleasedCell" ADD CONSTRAINT shown_is_a_count CHECK (shown >= 0);
