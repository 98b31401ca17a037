-- Who owns an action today, and what waits for an action, are asked for many at a time.
CREATE INDEX "Assignment_councilId_actionId_idx" ON "Assignment"("councilId", "actionId");
CREATE INDEX "Action_councilId_waitsForId_idx" ON "Action"("councilId", "waitsForId");

-- A row that ends the day before it begins never held: it was taken back before its first day was over.
ALTER TABLE "Assignment" DROP CONSTRAINT assignment_ends_after_start;
ALTER TABLE "Assignment" ADD CONSTRAINT assignment_ends_after_start CHECK ("endsOn" IS NULL OR "endsOn" >= "startsOn" - 1);
ALTER TABLE "Membership" DROP CONSTRAINT membership_ends_after_start;
ALTER TABLE "Membership" ADD CONSTRAINT membership_ends_after_start CHECK ("endsOn" IS NULL OR "endsOn" >= "startsOn" - 1);
