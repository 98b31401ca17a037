-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('administrator', 'chair', 'boardMember', 'lead', 'partner', 'youngPeople', 'scrutiny');

-- CreateEnum
CREATE TYPE "Polarity" AS ENUM ('high', 'low', 'none');

-- CreateEnum
CREATE TYPE "PeriodType" AS ENUM ('snapshot31March', 'financialYear', 'financialQuarter', 'academicYear', 'calendarYear', 'surveyWave');

-- CreateEnum
CREATE TYPE "MissingSymbol" AS ENUM ('c', 'z', 'x', 'k', 'u');

-- CreateEnum
CREATE TYPE "AreaKind" AS ENUM ('council', 'region', 'country');

-- CreateEnum
CREATE TYPE "StatisticKind" AS ENUM ('survey', 'context', 'outcome');

-- CreateEnum
CREATE TYPE "ComparatorKind" AS ENUM ('ownPreviousYear', 'southEast', 'england');

-- CreateEnum
CREATE TYPE "AssignmentKind" AS ENUM ('lead', 'deputy');

-- CreateEnum
CREATE TYPE "Status" AS ENUM ('notStarted', 'onTrack', 'atRisk', 'offTrack', 'complete', 'stopped');

-- CreateEnum
CREATE TYPE "UpdateState" AS ENUM ('draft', 'submitted', 'returned', 'approved', 'published');

-- CreateTable
CREATE TABLE "AuditEvent" (
    "councilId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "personId" UUID NOT NULL,
    "operation" TEXT NOT NULL,
    "subject" TEXT NOT NULL,

    CONSTRAINT "AuditEvent_pkey" PRIMARY KEY ("councilId","id")
);

-- CreateTable
CREATE TABLE "IdempotencyKey" (
    "councilId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "operation" TEXT NOT NULL,
    "key" UUID NOT NULL,
    "answer" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "IdempotencyKey_pkey" PRIMARY KEY ("councilId","personId","operation","key")
);

-- CreateTable
CREATE TABLE "Council" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "shortName" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "colour" TEXT NOT NULL,
    "vocabulary" JSONB NOT NULL,
    "rules" JSONB NOT NULL,
    "statuses" JSONB NOT NULL,
    "demo" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Council_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Organisation" (
    "councilId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "Organisation_pkey" PRIMARY KEY ("councilId","id")
);

-- CreateTable
CREATE TABLE "Person" (
    "councilId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "userId" UUID,
    "name" TEXT NOT NULL,
    "does" TEXT,
    "organisationId" UUID,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("councilId","id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "councilId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("councilId","id")
);

-- CreateTable
CREATE TABLE "Area" (
    "councilId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "AreaKind" NOT NULL,

    CONSTRAINT "Area_pkey" PRIMARY KEY ("councilId","id")
);

-- CreateTable
CREATE TABLE "Indicator" (
    "councilId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "title" TEXT NOT NULL,

    CONSTRAINT "Indicator_pkey" PRIMARY KEY ("councilId","id")
);

-- CreateTable
CREATE TABLE "Definition" (
    "councilId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "indicatorId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "question" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "cohort" TEXT NOT NULL,
    "numeratorMeaning" TEXT,
    "denominatorMeaning" TEXT,
    "source" TEXT NOT NULL,
    "periodType" "PeriodType" NOT NULL,
    "decimals" INTEGER NOT NULL,
    "polarity" "Polarity" NOT NULL,
    "polarityNote" TEXT,
    "polarityConfirmedById" UUID,
    "startsOn" DATE NOT NULL,

    CONSTRAINT "Definition_pkey" PRIMARY KEY ("councilId","id")
);

-- CreateTable
CREATE TABLE "Observation" (
    "councilId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "definitionId" UUID NOT NULL,
    "areaId" UUID NOT NULL,
    "period" TEXT NOT NULL,
    "periodEndsOn" DATE NOT NULL,
    "numerator" INTEGER,
    "denominator" INTEGER,
    "value" DECIMAL(14,4),
    "symbol" "MissingSymbol",
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Observation_pkey" PRIMARY KEY ("councilId","id")
);

-- CreateTable
CREATE TABLE "Target" (
    "councilId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "definitionId" UUID NOT NULL,
    "dueOn" DATE NOT NULL,
    "value" DECIMAL(14,4) NOT NULL,
    "tolerance" DECIMAL(14,4) NOT NULL,
    "setById" UUID NOT NULL,
    "setOn" DATE NOT NULL,

    CONSTRAINT "Target_pkey" PRIMARY KEY ("councilId","id")
);

-- CreateTable
CREATE TABLE "CommitmentIndicator" (
    "councilId" UUID NOT NULL,
    "commitmentId" UUID NOT NULL,
    "indicatorId" UUID NOT NULL,

    CONSTRAINT "CommitmentIndicator_pkey" PRIMARY KEY ("councilId","commitmentId","indicatorId")
);

-- CreateTable
CREATE TABLE "Statistic" (
    "councilId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "strategyId" UUID NOT NULL,
    "priorityId" UUID,
    "order" INTEGER NOT NULL,
    "measure" TEXT NOT NULL,
    "value" DECIMAL(14,4),
    "symbol" "MissingSymbol",
    "unit" TEXT NOT NULL,
    "kind" "StatisticKind" NOT NULL,
    "period" TEXT NOT NULL,
    "cohort" TEXT,
    "numerator" INTEGER,
    "denominator" INTEGER,
    "polarity" "Polarity" NOT NULL,
    "note" TEXT,

    CONSTRAINT "Statistic_pkey" PRIMARY KEY ("councilId","id")
);

-- CreateTable
CREATE TABLE "StatisticComparator" (
    "councilId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "statisticId" UUID NOT NULL,
    "kind" "ComparatorKind" NOT NULL,
    "value" DECIMAL(14,4) NOT NULL,
    "unit" TEXT NOT NULL,
    "period" TEXT NOT NULL,

    CONSTRAINT "StatisticComparator_pkey" PRIMARY KEY ("councilId","id")
);

-- CreateTable
CREATE TABLE "Theme" (
    "councilId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "month" INTEGER NOT NULL,
    "question" TEXT NOT NULL,

    CONSTRAINT "Theme_pkey" PRIMARY KEY ("councilId","id")
);

-- CreateTable
CREATE TABLE "ThemePriority" (
    "councilId" UUID NOT NULL,
    "themeId" UUID NOT NULL,
    "priorityId" UUID NOT NULL,
    "order" INTEGER NOT NULL,

    CONSTRAINT "ThemePriority_pkey" PRIMARY KEY ("councilId","themeId","priorityId")
);

-- CreateTable
CREATE TABLE "ThemeIndicator" (
    "councilId" UUID NOT NULL,
    "themeId" UUID NOT NULL,
    "indicatorId" UUID NOT NULL,
    "order" INTEGER NOT NULL,

    CONSTRAINT "ThemeIndicator_pkey" PRIMARY KEY ("councilId","themeId","indicatorId")
);

-- CreateTable
CREATE TABLE "ThemeStatistic" (
    "councilId" UUID NOT NULL,
    "themeId" UUID NOT NULL,
    "statisticId" UUID NOT NULL,
    "order" INTEGER NOT NULL,

    CONSTRAINT "ThemeStatistic_pkey" PRIMARY KEY ("councilId","themeId","statisticId")
);

-- CreateTable
CREATE TABLE "Meeting" (
    "councilId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "themeId" UUID NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "place" TEXT NOT NULL,

    CONSTRAINT "Meeting_pkey" PRIMARY KEY ("councilId","id")
);

-- CreateTable
CREATE TABLE "Report" (
    "councilId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "strategyId" UUID NOT NULL,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE NOT NULL,
    "title" TEXT NOT NULL,
    "texts" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "authorId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Report_pkey" PRIMARY KEY ("councilId","id")
);

-- CreateTable
CREATE TABLE "Snapshot" (
    "councilId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "edition" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "hash" TEXT NOT NULL,
    "frozenById" UUID NOT NULL,
    "frozenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Snapshot_pkey" PRIMARY KEY ("councilId","id")
);

-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "emailVerified" TIMESTAMPTZ(3),
    "name" TEXT,
    "image" TEXT,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Account" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "providerAccountId" TEXT NOT NULL,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "sessionToken" TEXT NOT NULL,
    "userId" UUID NOT NULL,
    "expires" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "VerificationToken" (
    "identifier" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "expires" TIMESTAMPTZ(3) NOT NULL
);

-- CreateTable
CREATE TABLE "SignInAttempt" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SignInAttempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Strategy" (
    "councilId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE NOT NULL,
    "adoptedBy" TEXT,
    "adoptedOn" DATE,
    "note" TEXT,
    "testQuestions" TEXT[],

    CONSTRAINT "Strategy_pkey" PRIMARY KEY ("councilId","id")
);

-- CreateTable
CREATE TABLE "Priority" (
    "councilId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "strategyId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "shortTitle" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "vision" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "publishedOrder" INTEGER NOT NULL,
    "displayOrder" INTEGER NOT NULL,

    CONSTRAINT "Priority_pkey" PRIMARY KEY ("councilId","id")
);

-- CreateTable
CREATE TABLE "Commitment" (
    "councilId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "priorityId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "ref" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "wording" TEXT NOT NULL,

    CONSTRAINT "Commitment_pkey" PRIMARY KEY ("councilId","id")
);

-- CreateTable
CREATE TABLE "Promise" (
    "councilId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "strategyId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "wording" TEXT NOT NULL,
    "plainTitle" TEXT NOT NULL,
    "plainWords" TEXT NOT NULL,
    "whyLinked" TEXT NOT NULL,

    CONSTRAINT "Promise_pkey" PRIMARY KEY ("councilId","id")
);

-- CreateTable
CREATE TABLE "PromiseCommitment" (
    "councilId" UUID NOT NULL,
    "promiseId" UUID NOT NULL,
    "commitmentId" UUID NOT NULL,

    CONSTRAINT "PromiseCommitment_pkey" PRIMARY KEY ("councilId","promiseId","commitmentId")
);

-- CreateTable
CREATE TABLE "PromiseIndicator" (
    "councilId" UUID NOT NULL,
    "promiseId" UUID NOT NULL,
    "indicatorId" UUID NOT NULL,

    CONSTRAINT "PromiseIndicator_pkey" PRIMARY KEY ("councilId","promiseId","indicatorId")
);

-- CreateTable
CREATE TABLE "Action" (
    "councilId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "commitmentId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "ownerId" UUID,
    "organisationId" UUID,
    "dueOn" DATE,
    "completedOn" DATE,

    CONSTRAINT "Action_pkey" PRIMARY KEY ("councilId","id")
);

-- CreateTable
CREATE TABLE "Assignment" (
    "councilId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "kind" "AssignmentKind" NOT NULL,
    "priorityId" UUID,
    "commitmentId" UUID,
    "actionId" UUID,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE,

    CONSTRAINT "Assignment_pkey" PRIMARY KEY ("councilId","id")
);

-- CreateTable
CREATE TABLE "Round" (
    "councilId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "opensOn" DATE NOT NULL,
    "dueOn" DATE NOT NULL,
    "closesOn" DATE NOT NULL,

    CONSTRAINT "Round_pkey" PRIMARY KEY ("councilId","id")
);

-- CreateTable
CREATE TABLE "Update" (
    "councilId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "commitmentId" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "state" "UpdateState" NOT NULL DEFAULT 'draft',
    "status" "Status",
    "reason" TEXT NOT NULL DEFAULT '',
    "done" TEXT NOT NULL DEFAULT '',
    "difference" TEXT NOT NULL DEFAULT '',
    "next" TEXT NOT NULL DEFAULT '',
    "comment" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "startedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "savedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "submittedAt" TIMESTAMPTZ(3),
    "approvedAt" TIMESTAMPTZ(3),
    "approverId" UUID,
    "publishedAt" TIMESTAMPTZ(3),
    "publisherId" UUID,
    "demo" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Update_pkey" PRIMARY KEY ("councilId","id")
);

-- CreateTable
CREATE TABLE "Evidence" (
    "councilId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "updateId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "url" TEXT NOT NULL,

    CONSTRAINT "Evidence_pkey" PRIMARY KEY ("councilId","id")
);

-- CreateIndex
CREATE INDEX "AuditEvent_councilId_at_idx" ON "AuditEvent"("councilId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Council_slug_key" ON "Council"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Organisation_councilId_name_key" ON "Organisation"("councilId", "name");

-- CreateIndex
CREATE INDEX "Person_userId_idx" ON "Person"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Person_councilId_userId_key" ON "Person"("councilId", "userId");

-- CreateIndex
CREATE INDEX "Membership_councilId_personId_idx" ON "Membership"("councilId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "Area_councilId_code_key" ON "Area"("councilId", "code");

-- CreateIndex
CREATE UNIQUE INDEX "Indicator_councilId_key_key" ON "Indicator"("councilId", "key");

-- CreateIndex
CREATE UNIQUE INDEX "Definition_councilId_indicatorId_version_key" ON "Definition"("councilId", "indicatorId", "version");

-- CreateIndex
CREATE UNIQUE INDEX "Observation_councilId_definitionId_areaId_period_recordedAt_key" ON "Observation"("councilId", "definitionId", "areaId", "period", "recordedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Statistic_councilId_strategyId_order_key" ON "Statistic"("councilId", "strategyId", "order");

-- CreateIndex
CREATE UNIQUE INDEX "Theme_councilId_slug_key" ON "Theme"("councilId", "slug");

-- CreateIndex
CREATE INDEX "Meeting_councilId_startsAt_idx" ON "Meeting"("councilId", "startsAt");

-- CreateIndex
CREATE UNIQUE INDEX "Snapshot_councilId_reportId_edition_key" ON "Snapshot"("councilId", "reportId", "edition");

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE UNIQUE INDEX "Account_provider_providerAccountId_key" ON "Account"("provider", "providerAccountId");

-- CreateIndex
CREATE UNIQUE INDEX "Session_sessionToken_key" ON "Session"("sessionToken");

-- CreateIndex
CREATE UNIQUE INDEX "VerificationToken_token_key" ON "VerificationToken"("token");

-- CreateIndex
CREATE UNIQUE INDEX "VerificationToken_identifier_token_key" ON "VerificationToken"("identifier", "token");

-- CreateIndex
CREATE INDEX "SignInAttempt_key_at_idx" ON "SignInAttempt"("key", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Priority_councilId_strategyId_key_key" ON "Priority"("councilId", "strategyId", "key");

-- CreateIndex
CREATE UNIQUE INDEX "Commitment_councilId_slug_key" ON "Commitment"("councilId", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "Commitment_councilId_priorityId_number_key" ON "Commitment"("councilId", "priorityId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Promise_councilId_strategyId_number_key" ON "Promise"("councilId", "strategyId", "number");

-- CreateIndex
CREATE INDEX "PromiseCommitment_councilId_commitmentId_idx" ON "PromiseCommitment"("councilId", "commitmentId");

-- CreateIndex
CREATE INDEX "Action_councilId_commitmentId_idx" ON "Action"("councilId", "commitmentId");

-- CreateIndex
CREATE INDEX "Assignment_councilId_personId_idx" ON "Assignment"("councilId", "personId");

-- CreateIndex
CREATE INDEX "Assignment_councilId_priorityId_idx" ON "Assignment"("councilId", "priorityId");

-- CreateIndex
CREATE INDEX "Assignment_councilId_commitmentId_idx" ON "Assignment"("councilId", "commitmentId");

-- CreateIndex
CREATE UNIQUE INDEX "Round_councilId_meetingId_key" ON "Round"("councilId", "meetingId");

-- CreateIndex
CREATE INDEX "Update_councilId_commitmentId_publishedAt_idx" ON "Update"("councilId", "commitmentId", "publishedAt" DESC);

-- CreateIndex
CREATE INDEX "Update_councilId_state_idx" ON "Update"("councilId", "state");

-- CreateIndex
CREATE INDEX "Evidence_councilId_updateId_idx" ON "Evidence"("councilId", "updateId");

-- AddForeignKey
ALTER TABLE "AuditEvent" ADD CONSTRAINT "AuditEvent_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditEvent" ADD CONSTRAINT "AuditEvent_councilId_personId_fkey" FOREIGN KEY ("councilId", "personId") REFERENCES "Person"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IdempotencyKey" ADD CONSTRAINT "IdempotencyKey_councilId_personId_fkey" FOREIGN KEY ("councilId", "personId") REFERENCES "Person"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Organisation" ADD CONSTRAINT "Organisation_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Person" ADD CONSTRAINT "Person_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Person" ADD CONSTRAINT "Person_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Person" ADD CONSTRAINT "Person_councilId_organisationId_fkey" FOREIGN KEY ("councilId", "organisationId") REFERENCES "Organisation"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_councilId_personId_fkey" FOREIGN KEY ("councilId", "personId") REFERENCES "Person"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Area" ADD CONSTRAINT "Area_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Indicator" ADD CONSTRAINT "Indicator_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Definition" ADD CONSTRAINT "Definition_councilId_indicatorId_fkey" FOREIGN KEY ("councilId", "indicatorId") REFERENCES "Indicator"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Definition" ADD CONSTRAINT "Definition_councilId_polarityConfirmedById_fkey" FOREIGN KEY ("councilId", "polarityConfirmedById") REFERENCES "Person"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Observation" ADD CONSTRAINT "Observation_councilId_definitionId_fkey" FOREIGN KEY ("councilId", "definitionId") REFERENCES "Definition"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Observation" ADD CONSTRAINT "Observation_councilId_areaId_fkey" FOREIGN KEY ("councilId", "areaId") REFERENCES "Area"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Target" ADD CONSTRAINT "Target_councilId_definitionId_fkey" FOREIGN KEY ("councilId", "definitionId") REFERENCES "Definition"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Target" ADD CONSTRAINT "Target_councilId_setById_fkey" FOREIGN KEY ("councilId", "setById") REFERENCES "Person"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommitmentIndicator" ADD CONSTRAINT "CommitmentIndicator_councilId_commitmentId_fkey" FOREIGN KEY ("councilId", "commitmentId") REFERENCES "Commitment"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommitmentIndicator" ADD CONSTRAINT "CommitmentIndicator_councilId_indicatorId_fkey" FOREIGN KEY ("councilId", "indicatorId") REFERENCES "Indicator"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Statistic" ADD CONSTRAINT "Statistic_councilId_strategyId_fkey" FOREIGN KEY ("councilId", "strategyId") REFERENCES "Strategy"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Statistic" ADD CONSTRAINT "Statistic_councilId_priorityId_fkey" FOREIGN KEY ("councilId", "priorityId") REFERENCES "Priority"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StatisticComparator" ADD CONSTRAINT "StatisticComparator_councilId_statisticId_fkey" FOREIGN KEY ("councilId", "statisticId") REFERENCES "Statistic"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Theme" ADD CONSTRAINT "Theme_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ThemePriority" ADD CONSTRAINT "ThemePriority_councilId_themeId_fkey" FOREIGN KEY ("councilId", "themeId") REFERENCES "Theme"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ThemePriority" ADD CONSTRAINT "ThemePriority_councilId_priorityId_fkey" FOREIGN KEY ("councilId", "priorityId") REFERENCES "Priority"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ThemeIndicator" ADD CONSTRAINT "ThemeIndicator_councilId_themeId_fkey" FOREIGN KEY ("councilId", "themeId") REFERENCES "Theme"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ThemeIndicator" ADD CONSTRAINT "ThemeIndicator_councilId_indicatorId_fkey" FOREIGN KEY ("councilId", "indicatorId") REFERENCES "Indicator"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ThemeStatistic" ADD CONSTRAINT "ThemeStatistic_councilId_themeId_fkey" FOREIGN KEY ("councilId", "themeId") REFERENCES "Theme"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ThemeStatistic" ADD CONSTRAINT "ThemeStatistic_councilId_statisticId_fkey" FOREIGN KEY ("councilId", "statisticId") REFERENCES "Statistic"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_councilId_themeId_fkey" FOREIGN KEY ("councilId", "themeId") REFERENCES "Theme"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_councilId_strategyId_fkey" FOREIGN KEY ("councilId", "strategyId") REFERENCES "Strategy"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_councilId_authorId_fkey" FOREIGN KEY ("councilId", "authorId") REFERENCES "Person"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Snapshot" ADD CONSTRAINT "Snapshot_councilId_reportId_fkey" FOREIGN KEY ("councilId", "reportId") REFERENCES "Report"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Snapshot" ADD CONSTRAINT "Snapshot_councilId_frozenById_fkey" FOREIGN KEY ("councilId", "frozenById") REFERENCES "Person"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Strategy" ADD CONSTRAINT "Strategy_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Priority" ADD CONSTRAINT "Priority_councilId_strategyId_fkey" FOREIGN KEY ("councilId", "strategyId") REFERENCES "Strategy"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Commitment" ADD CONSTRAINT "Commitment_councilId_priorityId_fkey" FOREIGN KEY ("councilId", "priorityId") REFERENCES "Priority"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Promise" ADD CONSTRAINT "Promise_councilId_strategyId_fkey" FOREIGN KEY ("councilId", "strategyId") REFERENCES "Strategy"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PromiseCommitment" ADD CONSTRAINT "PromiseCommitment_councilId_promiseId_fkey" FOREIGN KEY ("councilId", "promiseId") REFERENCES "Promise"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PromiseCommitment" ADD CONSTRAINT "PromiseCommitment_councilId_commitmentId_fkey" FOREIGN KEY ("councilId", "commitmentId") REFERENCES "Commitment"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PromiseIndicator" ADD CONSTRAINT "PromiseIndicator_councilId_promiseId_fkey" FOREIGN KEY ("councilId", "promiseId") REFERENCES "Promise"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PromiseIndicator" ADD CONSTRAINT "PromiseIndicator_councilId_indicatorId_fkey" FOREIGN KEY ("councilId", "indicatorId") REFERENCES "Indicator"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Action" ADD CONSTRAINT "Action_councilId_commitmentId_fkey" FOREIGN KEY ("councilId", "commitmentId") REFERENCES "Commitment"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Action" ADD CONSTRAINT "Action_councilId_ownerId_fkey" FOREIGN KEY ("councilId", "ownerId") REFERENCES "Person"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Action" ADD CONSTRAINT "Action_councilId_organisationId_fkey" FOREIGN KEY ("councilId", "organisationId") REFERENCES "Organisation"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_councilId_personId_fkey" FOREIGN KEY ("councilId", "personId") REFERENCES "Person"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_councilId_priorityId_fkey" FOREIGN KEY ("councilId", "priorityId") REFERENCES "Priority"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_councilId_commitmentId_fkey" FOREIGN KEY ("councilId", "commitmentId") REFERENCES "Commitment"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_councilId_actionId_fkey" FOREIGN KEY ("councilId", "actionId") REFERENCES "Action"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Round" ADD CONSTRAINT "Round_councilId_meetingId_fkey" FOREIGN KEY ("councilId", "meetingId") REFERENCES "Meeting"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Update" ADD CONSTRAINT "Update_councilId_commitmentId_fkey" FOREIGN KEY ("councilId", "commitmentId") REFERENCES "Commitment"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Update" ADD CONSTRAINT "Update_councilId_roundId_fkey" FOREIGN KEY ("councilId", "roundId") REFERENCES "Round"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Update" ADD CONSTRAINT "Update_councilId_authorId_fkey" FOREIGN KEY ("councilId", "authorId") REFERENCES "Person"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Update" ADD CONSTRAINT "Update_councilId_approverId_fkey" FOREIGN KEY ("councilId", "approverId") REFERENCES "Person"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Update" ADD CONSTRAINT "Update_councilId_publisherId_fkey" FOREIGN KEY ("councilId", "publisherId") REFERENCES "Person"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_councilId_updateId_fkey" FOREIGN KEY ("councilId", "updateId") REFERENCES "Update"("councilId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
