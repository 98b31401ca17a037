-- What the Prisma schema cannot say of the tables of the migration before.

SELECT protect_council_table(format('%I', name)::regclass)
  FROM unnest(ARRAY['AuditHead', 'Message', 'Measure', 'WordingChange', 'RoundReopening', 'GuardAnswer',
                    'VoiceLink', 'PromiseRating', 'Answer']) AS name;

-- History is added to, never rewritten.
REVOKE UPDATE, DELETE ON "WordingChange", "RoundReopening", "GuardAnswer" FROM pledgeboard_app;
REVOKE DELETE ON "Message", "VoiceLink", "PromiseRating", "Answer" FROM pledgeboard_app;
REVOKE INSERT, UPDATE, DELETE ON "AuditHead" FROM pledgeboard_app;

-- Each audit event takes the next number of its council and the hash of the one before. The head's row is locked
-- until the transaction ends, so the chain has one end; runs as the owner, because the app may not write the head.
CREATE FUNCTION chain_audit_event() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE head "AuditHead";
BEGIN
  INSERT INTO "AuditHead" VALUES (NEW."councilId", 0, '') ON CONFLICT DO NOTHING;
  SELECT * INTO head FROM "AuditHead" h WHERE h."councilId" = NEW."councilId" FOR UPDATE;
  NEW.at := clock_timestamp();
  NEW.number := head.number + 1;
  NEW."previousHash" := head.hash;
  NEW.hash := audit_event_hash(head.hash, NEW.number, NEW."councilId", NEW.id, NEW.at, NEW."personId", NEW.operation, NEW.subject);
  UPDATE "AuditHead" SET number = NEW.number, hash = NEW.hash WHERE "councilId" = NEW."councilId";
  RETURN NEW;
END $$;
CREATE TRIGGER chained BEFORE INSERT ON "AuditEvent" FOR EACH ROW EXECUTE FUNCTION chain_audit_event();

-- What a published update showed stays as it was; so do the answers given about it.
ALTER TABLE "Action" ADD CONSTRAINT done_has_a_day CHECK ((status = 'done') = ("completedOn" IS NOT NULL));
ALTER TABLE "Action" ADD CONSTRAINT waits_for_another CHECK ("waitsForId" IS DISTINCT FROM id);
ALTER TABLE "Action" ADD CONSTRAINT due_after_something CHECK (
  "dueWorkingDaysAfter" IS NULL OR num_nonnulls("waitsForId", "dueAfterMeetingId") >= 1);
ALTER TABLE "Priority" ADD CONSTRAINT not_its_own_parent CHECK ("parentId" IS DISTINCT FROM id);
ALTER TABLE "Commitment" ADD CONSTRAINT not_its_own_parent CHECK ("parentId" IS DISTINCT FROM id);
ALTER TABLE "Promise" ADD CONSTRAINT not_its_own_parent CHECK ("parentId" IS DISTINCT FROM id);
ALTER TABLE "Measure" ADD CONSTRAINT not_its_own_parent CHECK ("parentId" IS DISTINCT FROM id);
ALTER TABLE "Strategy" ADD CONSTRAINT not_its_own_successor CHECK ("supersedesId" IS DISTINCT FROM id);
ALTER TABLE "Measure" ADD CONSTRAINT under_one_thing CHECK (num_nonnulls("priorityId", "promiseId") <= 1);
ALTER TABLE "Measure" ADD CONSTRAINT confirmed_by_somebody CHECK (("confirmedDirection" IS NULL) = ("confirmedById" IS NULL));
ALTER TABLE "WordingChange" ADD CONSTRAINT of_one_thing CHECK (
  num_nonnulls("priorityId", "commitmentId", "promiseId", "measureId") = 1);
ALTER TABLE "WordingChange" ADD CONSTRAINT has_a_reason CHECK (btrim(reason) <> '' AND before <> after);
ALTER TABLE "RoundReopening" ADD CONSTRAINT has_a_reason CHECK (btrim(reason) <> '');
ALTER TABLE "Evidence" ADD CONSTRAINT of_one_thing CHECK (num_nonnulls("updateId", "actionId") = 1);
ALTER TABLE "Evidence" ADD CONSTRAINT link_or_file CHECK (
  (url = '') = ("fileHash" IS NOT NULL) AND num_nonnulls("fileName", "fileType", "fileBytes", "fileHash") IN (0, 4));
ALTER TABLE "GuardAnswer" ADD CONSTRAINT safe_for_a_reason CHECK (verdict <> 'safe' OR btrim(reason) <> '');
ALTER TABLE "VoiceLink" ADD CONSTRAINT link_in_order CHECK ("opensOn" <= "closesOn" AND places BETWEEN 1 AND 1000);
ALTER TABLE "PromiseRating" ADD CONSTRAINT by_one_way CHECK (
  num_nonnulls("personId", "linkId") = 1 AND ("linkId" IS NULL) = (visit IS NULL));
