-- CreateTable
CREATE TABLE "ReleaseDraft" (
    "councilId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "indicators" TEXT[],
    "breakdowns" TEXT[],
    "version" INTEGER NOT NULL DEFAULT 1,
    "changedById" UUID NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ReleaseDraft_pkey" PRIMARY KEY ("councilId","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "ReleaseDraft_councilId_slug_key" ON "ReleaseDraft"("councilId", "slug");

-- AddForeignKey
ALTER TABLE "ReleaseDraft" ADD CONSTRAINT "ReleaseDraft_councilId_changedById_fkey" FOREIGN KEY ("councilId", "changedById") REFERENCES "Person"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the Prisma schema cannot say.
SELECT protect_council_table('"ReleaseDraft"');
