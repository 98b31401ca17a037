-- A printed number whose words fit two published figures, such as two age groups.
ALTER TABLE "Statistic" ADD COLUMN "alsoIndicatorId" UUID;
ALTER TABLE "Statistic" ADD CONSTRAINT "Statistic_councilId_alsoIndicatorId_fkey"
  FOREIGN KEY ("councilId", "alsoIndicatorId") REFERENCES "Indicator"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A target is added or superseded by a newer one for the same day, never edited.
REVOKE UPDATE, DELETE ON "Target" FROM pledgeboard_app;
