-- What counts now is what was said in the last rounds: found without reading the years before.
CREATE INDEX "PromiseRating_councilId_roundId_idx" ON "PromiseRating"("councilId", "roundId");
