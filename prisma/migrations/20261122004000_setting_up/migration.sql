-- Setting up a council, and the strategy by workbook.

-- CreateTable
CREATE TABLE "UploadedWorkbook" (
    "councilId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "fileName" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "savedAt" TIMESTAMPTZ(3),

    CONSTRAINT "UploadedWorkbook_pkey" PRIMARY KEY ("councilId","id")
);

-- AddForeignKey
ALTER TABLE "UploadedWorkbook" ADD CONSTRAINT "UploadedWorkbook_councilId_personId_fkey" FOREIGN KEY ("councilId", "personId") REFERENCES "Person"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

SELECT protect_council_table('"UploadedWorkbook"');

-- One council for an authority: two people who set up the same one meet here.
CREATE UNIQUE INDEX "Council_code_key" ON "Council"("code");

-- The app makes a council inside the transaction that names it; the policy own_council lets it make no other.
GRANT INSERT ON "Council" TO pledgeboard_app;
