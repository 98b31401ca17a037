-- The wording of a strategy itself has a history too: its title and its test questions.

-- AlterTable
ALTER TABLE "WordingChange" ADD COLUMN     "strategyId" UUID;

-- AddForeignKey
ALTER TABLE "WordingChange" ADD CONSTRAINT "WordingChange_councilId_strategyId_fkey" FOREIGN KEY ("councilId", "strategyId") REFERENCES "Strategy"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "WordingChange" DROP CONSTRAINT of_one_thing;
ALTER TABLE "WordingChange" ADD CONSTRAINT of_one_thing CHECK (
  num_nonnulls("strategyId", "priorityId", "commitmentId", "promiseId", "measureId") = 1);
