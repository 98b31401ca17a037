-- The wording of a strategy itself has a history too: its title and its test questions.

-- AlterTable
ALTER TABLE "WordingChange" ADD COLUMN     "strategyId" UUID;

-- AddForeignKey
ALTER TABLE "WordingChange" ADD CONSTRAINT "WordingChange_councilId_strategyId_fkey" FOREIGN KEY ("councilId", "strategyId") REFERENCES "Strategy"("councilId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "WordingChange" DROP CONSTRAINT of_one_thing;
ALTER TABLE "WordingChange" ADD CONSTRAINT of_one_thing CHECK (
  num_nonnulls("strategyId", "priorityId", "commitmentId", "promiseId", "measureId") = 1);

-- The strategy that is in force on a day: the one that began last; before the first has begun, the first.
-- inForce of lib/strategies/rules.ts says the same.
CREATE FUNCTION strategy_in_force(on_day date) RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT id FROM "Strategy" ORDER BY "startsOn" > on_day, abs("startsOn" - on_day), id LIMIT 1
$$;
GRANT EXECUTE ON FUNCTION strategy_in_force(date) TO pledgeboard_app;
