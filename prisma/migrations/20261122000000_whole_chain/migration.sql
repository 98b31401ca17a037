-- Strategies of any shape, actions that wait for each other, messages, files as evidence, what young people say,
-- and the numbers of the audit trail. Rows that are there already get their places first, by the owner without the wall.
ALTER TABLE "Action" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "AuditEvent" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "Commitment" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "Promise" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "Strategy" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "Council" NO FORCE ROW LEVEL SECURITY;

-- CreateEnum
CREATE TYPE "ActionStatus" AS ENUM ('notStarted', 'inProgress', 'done', 'dropped');

-- CreateEnum
CREATE TYPE "MailChoice" AS ENUM ('all', 'dueOnly', 'none');

-- CreateEnum
CREATE TYPE "MessageKind" AS ENUM ('roundOpened', 'roundReminder', 'roundOverdue', 'roundEscalated', 'nudge', 'updateReturned', 'handedOver', 'answered');

-- CreateEnum
CREATE TYPE "MeasureKind" AS ENUM ('indicator', 'success');

-- CreateEnum
CREATE TYPE "Direction" AS ENUM ('increase', 'reduce', 'maintain', 'ensure', 'improve');

-- CreateEnum
CREATE TYPE "GuardVerdict" AS ENUM ('safe', 'mended');

-- CreateEnum
CREATE TYPE "Rating" AS ENUM ('kept', 'partly', 'notYet', 'cannotTell');

-- CreateEnum
CREATE TYPE "Moderation" AS ENUM ('waiting', 'shown', 'hidden');

-- DropIndex
DROP INDEX "Commitment_councilId_priorityId_number_key";

-- AlterTable
ALTER TABLE "Action" ADD COLUMN     "createdOn" DATE NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "dueAfterMeetingId" UUID,
ADD COLUMN     "dueWorkingDaysAfter" INTEGER,
ADD COLUMN     "notes" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "status" "ActionStatus" NOT NULL DEFAULT 'notStarted',
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "waitsForId" UUID;
UPDATE "Action" SET status = 'done' WHERE "completedOn" IS NOT NULL;

-- AlterTable
ALTER TABLE "AuditEvent" ADD COLUMN     "hash" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "number" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "previousHash" TEXT NOT NULL DEFAULT '',
ALTER COLUMN "personId" DROP NOT NULL;
UPDATE "AuditEvent" e SET number = numbered.place
  FROM (SELECT "councilId", id, row_number() OVER (PARTITION BY "councilId" ORDER BY at, id) AS place FROM "AuditEvent") numbered
 WHERE e."councilId" = numbered."councilId" AND e.id = numbered.id;

-- AlterTable
ALTER TABLE "Commitment" ADD COLUMN     "carriedFromId" UUID,
ADD COLUMN     "displayOrder" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "notes" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "parentId" UUID,
ADD COLUMN     "publishedOrder" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;
UPDATE "Commitment" SET "publishedOrder" = number, "displayOrder" = number;
ALTER TABLE "Commitment" ALTER COLUMN "publishedOrder" DROP DEFAULT, ALTER COLUMN "displayOrder" DROP DEFAULT;

-- AlterTable
ALTER TABLE "Council" ADD COLUMN     "contact" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "language" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "readyOn" DATE,
ADD COLUMN     "roleNames" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "Evidence" ADD COLUMN     "actionId" UUID,
ADD COLUMN     "fileBytes" INTEGER,
ADD COLUMN     "fileHash" TEXT,
ADD COLUMN     "fileName" TEXT,
ADD COLUMN     "fileType" TEXT,
ALTER COLUMN "updateId" DROP NOT NULL,
ALTER COLUMN "url" SET DEFAULT '';

-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "leftOn" DATE,
ADD COLUMN     "mail" "MailChoice" NOT NULL DEFAULT 'all';

-- AlterTable
ALTER TABLE "Priority" ADD COLUMN     "notes" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "parentId" UUID,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "Promise" ADD COLUMN     "displayOrder" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "notes" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "parentId" UUID,
ADD COLUMN     "publishedOrder" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;
UPDATE "Promise" SET "publishedOrder" = number, "displayOrder" = number;
ALTER TABLE "Promise" ALTER COLUMN "publishedOrder" DROP DEFAULT, ALTER COLUMN "displayOrder" DROP DEFAULT;

-- AlterTable
ALTER TABLE "Strategy" ADD COLUMN     "key" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "supersedesId" UUID,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;
UPDATE "Strategy" SET "key" = to_char("startsOn", 'YYYY') || '-' || to_char("endsOn", 'YY');
ALTER TABLE "Strategy" ALTER COLUMN "key" DROP DEFAULT;

-- AlterTable
ALTER TABLE "Update" ADD COLUMN     "howWeKnow" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "AuditHead" (
    "councilId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "AuditHead_pkey" PRIMARY KEY ("councilId")
);

-- CreateTable
CREATE TABLE "Message" (
    "councilId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "kind" "MessageKind" NOT NULL,
    "roundId" UUID,
    "key" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "readAt" TIMESTAMPTZ(3),
    "mailedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Message_pkey" PRIMARY KEY ("councilId","id")
);

-- CreateTable
CREATE TABLE "Measure" (
    "councilId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "strategyId" UUID NOT NULL,
    "kind" "MeasureKind" NOT NULL,
    "priorityId" UUID,
    "promiseId" UUID,
    "parentId" UUID,
    "ref" TEXT NOT NULL,
    "wording" TEXT NOT NULL,
    "publishedDirection" "Direction",
    "directionQuery" TEXT NOT NULL DEFAULT '',
    "confirmedDirection" "Direction",
    "confirmedById" UUID,
    "target" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "indicatorId" UUID,
    "publishedOrder" INTEGER NOT NULL,
    "displayOrder" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Measure_pkey" PRIMARY KEY ("councilId","id")
);

-- CreateTable
CREATE TABLE "WordingChange" (
    "councilId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "priorityId" UUID,
    "commitmentId" UUID,
    "promiseId" UUID,
    "measureId" UUID,
    "field" TEXT NOT NULL,
    "before" TEXT NOT NULL,
    "after" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "personId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "WordingChange_pkey" PRIMARY KEY ("councilId","id")
);

-- CreateTable
CREATE TABLE "RoundReopening" (
    "councilId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "untilOn" DATE NOT NULL,
    "personId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RoundReopening_pkey" PRIMARY KEY ("councilId","id")
);

-- CreateTable
CREATE TABLE "GuardAnswer" (
    "councilId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "updateId" UUID NOT NULL,
    "finding" TEXT NOT NULL,
    "verdict" "GuardVerdict" NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "personId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "GuardAnswer_pkey" PRIMARY KEY ("councilId","id")
);

-- CreateTable
CREATE TABLE "VoiceLink" (
    "councilId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "groupName" TEXT NOT NULL,
    "codeHash" TEXT NOT NULL,
    "places" INTEGER NOT NULL,
    "opensOn" DATE NOT NULL,
    "closesOn" DATE NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),
    "madeById" UUID NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "VoiceLink_pkey" PRIMARY KEY ("councilId","id")
);

-- CreateTable
CREATE TABLE "PromiseRating" (
    "councilId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "promiseId" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "personId" UUID,
    "linkId" UUID,
    "visit" UUID,
    "rating" "Rating" NOT NULL,
    "why" TEXT NOT NULL DEFAULT '',
    "moderation" "Moderation" NOT NULL DEFAULT 'waiting',
    "moderatedById" UUID,
    "moderatedAt" TIMESTAMPTZ(3),
    "moderationReason" TEXT NOT NULL DEFAULT '',
    "ratedOn" DATE NOT NULL,

    CONSTRAINT "PromiseRating_pkey" PRIMARY KEY ("councilId","id")
);

-- CreateTable
CREATE TABLE "Answer" (
    "councilId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "promiseId" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "words" TEXT NOT NULL,
    "personId" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "publishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Answer_pkey" PRIMARY KEY ("councilId","id")
);

-- CreateIndex
CREATE INDEX "Message_councilId_personId_createdAt_idx" ON "Message"("councilId", "personId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Message_councilId_personId_key_key" ON "Message"("councilId", "personId", "key");

-- CreateIndex
CREATE UNIQUE INDEX "Measure_councilId_strategyId_ref_key" ON "Measure"("councilId", "strategyId", "ref");

-- CreateIndex
CREATE INDEX "GuardAnswer_councilId_updateId_idx" ON "GuardAnswer"("councilId", "updateId");

-- CreateIndex
CREATE UNIQUE INDEX "VoiceLink_codeHash_key" ON "VoiceLink"("codeHash");

-- CreateIndex
CREATE UNIQUE INDEX "PromiseRating_councilId_promiseId_roundId_personId_key" ON "PromiseRating"("councilId", "promiseId", "roundId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "PromiseRating_councilId_promiseId_linkId_visit_key" ON "PromiseRating"("councilId", "promiseId", "linkId", "visit");

-- CreateIndex
CREATE UNIQUE INDEX "Answer_councilId_promiseId_roundId_key" ON "Answer"("councilId", "promiseId", "roundId");

-- CreateIndex
CREATE INDEX "Action_councilId_ownerId_idx" ON "Action"("councilId", "ownerId");

-- CreateIndex
CREATE UNIQUE INDEX "AuditEvent_councilId_number_key" ON "AuditEvent"("councilId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Commitment_councilId_priorityId_ref_key" ON "Commitment"("councilId", "priorityId", "ref");

-- CreateIndex
CREATE INDEX "Evidence_councilId_actionId_idx" ON "Evidence"("councilId", "actionId");

-- CreateIndex
CREATE UNIQUE INDEX "Strategy_councilId_key_key" ON "Strategy"("councilId", "key");

-- AddForeignKey
ALTER TABLE "Action" ADD CONSTRAINT "Action_councilId_dueAfterMeetingId_fkey" FOREIGN KEY ("councilId", "dueAfterMeetingId") REFERENCES "Meeting"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Action" ADD CONSTRAINT "Action_councilId_waitsForId_fkey" FOREIGN KEY ("councilId", "waitsForId") REFERENCES "Action"("councilId", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "AuditHead" ADD CONSTRAINT "AuditHead_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_councilId_personId_fkey" FOREIGN KEY ("councilId", "personId") REFERENCES "Person"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_councilId_roundId_fkey" FOREIGN KEY ("councilId", "roundId") REFERENCES "Round"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Strategy" ADD CONSTRAINT "Strategy_councilId_supersedesId_fkey" FOREIGN KEY ("councilId", "supersedesId") REFERENCES "Strategy"("councilId", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Priority" ADD CONSTRAINT "Priority_councilId_parentId_fkey" FOREIGN KEY ("councilId", "parentId") REFERENCES "Priority"("councilId", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Commitment" ADD CONSTRAINT "Commitment_councilId_parentId_fkey" FOREIGN KEY ("councilId", "parentId") REFERENCES "Commitment"("councilId", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Commitment" ADD CONSTRAINT "Commitment_councilId_carriedFromId_fkey" FOREIGN KEY ("councilId", "carriedFromId") REFERENCES "Commitment"("councilId", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Promise" ADD CONSTRAINT "Promise_councilId_parentId_fkey" FOREIGN KEY ("councilId", "parentId") REFERENCES "Promise"("councilId", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Measure" ADD CONSTRAINT "Measure_councilId_strategyId_fkey" FOREIGN KEY ("councilId", "strategyId") REFERENCES "Strategy"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Measure" ADD CONSTRAINT "Measure_councilId_priorityId_fkey" FOREIGN KEY ("councilId", "priorityId") REFERENCES "Priority"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Measure" ADD CONSTRAINT "Measure_councilId_promiseId_fkey" FOREIGN KEY ("councilId", "promiseId") REFERENCES "Promise"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Measure" ADD CONSTRAINT "Measure_councilId_parentId_fkey" FOREIGN KEY ("councilId", "parentId") REFERENCES "Measure"("councilId", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Measure" ADD CONSTRAINT "Measure_councilId_indicatorId_fkey" FOREIGN KEY ("councilId", "indicatorId") REFERENCES "Indicator"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Measure" ADD CONSTRAINT "Measure_councilId_confirmedById_fkey" FOREIGN KEY ("councilId", "confirmedById") REFERENCES "Person"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WordingChange" ADD CONSTRAINT "WordingChange_councilId_priorityId_fkey" FOREIGN KEY ("councilId", "priorityId") REFERENCES "Priority"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WordingChange" ADD CONSTRAINT "WordingChange_councilId_commitmentId_fkey" FOREIGN KEY ("councilId", "commitmentId") REFERENCES "Commitment"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WordingChange" ADD CONSTRAINT "WordingChange_councilId_promiseId_fkey" FOREIGN KEY ("councilId", "promiseId") REFERENCES "Promise"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WordingChange" ADD CONSTRAINT "WordingChange_councilId_measureId_fkey" FOREIGN KEY ("councilId", "measureId") REFERENCES "Measure"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WordingChange" ADD CONSTRAINT "WordingChange_councilId_personId_fkey" FOREIGN KEY ("councilId", "personId") REFERENCES "Person"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoundReopening" ADD CONSTRAINT "RoundReopening_councilId_roundId_fkey" FOREIGN KEY ("councilId", "roundId") REFERENCES "Round"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoundReopening" ADD CONSTRAINT "RoundReopening_councilId_personId_fkey" FOREIGN KEY ("councilId", "personId") REFERENCES "Person"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_councilId_actionId_fkey" FOREIGN KEY ("councilId", "actionId") REFERENCES "Action"("councilId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GuardAnswer" ADD CONSTRAINT "GuardAnswer_councilId_updateId_fkey" FOREIGN KEY ("councilId", "updateId") REFERENCES "Update"("councilId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GuardAnswer" ADD CONSTRAINT "GuardAnswer_councilId_personId_fkey" FOREIGN KEY ("councilId", "personId") REFERENCES "Person"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VoiceLink" ADD CONSTRAINT "VoiceLink_councilId_roundId_fkey" FOREIGN KEY ("councilId", "roundId") REFERENCES "Round"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VoiceLink" ADD CONSTRAINT "VoiceLink_councilId_madeById_fkey" FOREIGN KEY ("councilId", "madeById") REFERENCES "Person"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PromiseRating" ADD CONSTRAINT "PromiseRating_councilId_promiseId_fkey" FOREIGN KEY ("councilId", "promiseId") REFERENCES "Promise"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PromiseRating" ADD CONSTRAINT "PromiseRating_councilId_roundId_fkey" FOREIGN KEY ("councilId", "roundId") REFERENCES "Round"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PromiseRating" ADD CONSTRAINT "PromiseRating_councilId_personId_fkey" FOREIGN KEY ("councilId", "personId") REFERENCES "Person"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PromiseRating" ADD CONSTRAINT "PromiseRating_councilId_linkId_fkey" FOREIGN KEY ("councilId", "linkId") REFERENCES "VoiceLink"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PromiseRating" ADD CONSTRAINT "PromiseRating_councilId_moderatedById_fkey" FOREIGN KEY ("councilId", "moderatedById") REFERENCES "Person"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Answer" ADD CONSTRAINT "Answer_councilId_promiseId_fkey" FOREIGN KEY ("councilId", "promiseId") REFERENCES "Promise"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Answer" ADD CONSTRAINT "Answer_councilId_roundId_fkey" FOREIGN KEY ("councilId", "roundId") REFERENCES "Round"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Answer" ADD CONSTRAINT "Answer_councilId_personId_fkey" FOREIGN KEY ("councilId", "personId") REFERENCES "Person"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE FUNCTION audit_event_hash(previous text, number int, council uuid, id uuid, at timestamptz, person uuid, operation text, subject text)
  RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN encode(sha256(convert_to(jsonb_build_array(previous, number, council, id,
    to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), person, operation, subject)::text, 'UTF8')), 'hex');

-- The trail so far, chained in its order.
DO $$
DECLARE council uuid; event record; last text;
BEGIN
  FOR council IN SELECT c.id FROM "Council" c LOOP
    last := '';
    FOR event IN SELECT * FROM "AuditEvent" e WHERE e."councilId" = council ORDER BY e.number LOOP
      UPDATE "AuditEvent" e
         SET "previousHash" = last,
             hash = audit_event_hash(last, e.number, e."councilId", e.id, e.at, e."personId", e.operation, e.subject)
       WHERE e."councilId" = council AND e.id = event.id
      RETURNING e.hash INTO last;
    END LOOP;
    IF last <> '' THEN
      INSERT INTO "AuditHead" SELECT council, max(e.number), last FROM "AuditEvent" e WHERE e."councilId" = council;
    END IF;
  END LOOP;
  UPDATE "Council" SET "readyOn" = current_date;
END $$;

ALTER TABLE "Action" FORCE ROW LEVEL SECURITY;
ALTER TABLE "AuditEvent" FORCE ROW LEVEL SECURITY;
ALTER TABLE "Commitment" FORCE ROW LEVEL SECURITY;
ALTER TABLE "Promise" FORCE ROW LEVEL SECURITY;
ALTER TABLE "Strategy" FORCE ROW LEVEL SECURITY;
ALTER TABLE "Council" FORCE ROW LEVEL SECURITY;
