-- CreateTable
CREATE TABLE "UpdateRevision" (
    "councilId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "updateId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "authorId" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "comment" TEXT NOT NULL DEFAULT '',
    "sentAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "UpdateRevision_pkey" PRIMARY KEY ("councilId","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "UpdateRevision_councilId_updateId_number_key" ON "UpdateRevision"("councilId", "updateId", "number");

-- AddForeignKey
ALTER TABLE "UpdateRevision" ADD CONSTRAINT "UpdateRevision_councilId_updateId_fkey" FOREIGN KEY ("councilId", "updateId") REFERENCES "Update"("councilId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UpdateRevision" ADD CONSTRAINT "UpdateRevision_councilId_authorId_fkey" FOREIGN KEY ("councilId", "authorId") REFERENCES "Person"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

SELECT protect_council_table('"UpdateRevision"');

-- What was sent stays as it was sent.
REVOKE UPDATE, DELETE ON "UpdateRevision" FROM pledgeboard_app;

-- A draft keeps a link whose address is not typed yet; a file has none.
ALTER TABLE "Evidence" DROP CONSTRAINT link_or_file;
ALTER TABLE "Evidence" ADD CONSTRAINT link_or_file CHECK (
  ("fileHash" IS NULL OR url = '') AND num_nonnulls("fileName", "fileType", "fileBytes", "fileHash") IN (0, 4));
