-- What the Prisma schema cannot say: roles and their grants, row level security,
-- checks, and rows that may not change.

-- Two roles beside the owner who migrates. Neither owns a table nor may bypass row level security.
-- pledgeboard_app does the council's work; pledgeboard_auth alone sees sessions and tokens.
DO $$
DECLARE role_name text;
BEGIN
  FOREACH role_name IN ARRAY ARRAY['pledgeboard_app', 'pledgeboard_auth'] LOOP
    BEGIN
      EXECUTE format('CREATE ROLE %I NOLOGIN NOSUPERUSER NOBYPASSRLS', role_name);
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
    END;
  END LOOP;
END $$;

REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO pledgeboard_app, pledgeboard_auth;

-- The council of the running transaction; null, and so nothing, when none was set.
CREATE FUNCTION current_council() RETURNS uuid
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN NULLIF(current_setting('app.council', true), '')::uuid;

-- Every table with a councilId goes through this, in the migration that creates it.
CREATE FUNCTION protect_council_table(target regclass) RETURNS void
  LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', target);
  EXECUTE format(
    'CREATE POLICY own_council ON %s USING ("councilId" = current_council()) WITH CHECK ("councilId" = current_council())',
    target);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO pledgeboard_app', target);
END $$;
REVOKE ALL ON FUNCTION protect_council_table(regclass) FROM PUBLIC;

SELECT protect_council_table(format('%I', table_name)::regclass)
  FROM information_schema.columns
 WHERE table_schema = 'public' AND column_name = 'councilId';

-- The council itself: the app sees its own; signing in needs to find one by its address.
ALTER TABLE "Council" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Council" FORCE ROW LEVEL SECURITY;
CREATE POLICY own_council ON "Council" USING (id = current_council()) WITH CHECK (id = current_council());
GRANT SELECT, UPDATE ON "Council" TO pledgeboard_app;

-- Signing in finds who a person is in which council, and reads nothing else of a council.
CREATE POLICY sign_in_reads ON "Council" FOR SELECT TO pledgeboard_auth USING (true);
CREATE POLICY sign_in_reads ON "Person" FOR SELECT TO pledgeboard_auth USING (true);
CREATE POLICY sign_in_reads ON "Membership" FOR SELECT TO pledgeboard_auth USING (true);
CREATE POLICY sign_in_reads ON "Organisation" FOR SELECT TO pledgeboard_auth USING (true);
GRANT SELECT ON "Council", "Person", "Membership", "Organisation" TO pledgeboard_auth;
GRANT SELECT, INSERT, UPDATE, DELETE ON "User", "Account", "Session", "VerificationToken", "SignInAttempt"
  TO pledgeboard_auth;

-- Readiness compares the migrations applied with those the code knows.
GRANT SELECT ON "_prisma_migrations" TO pledgeboard_app;

-- History is added to, never rewritten.
REVOKE UPDATE, DELETE ON "AuditEvent", "Snapshot" FROM pledgeboard_app;
REVOKE DELETE ON "Membership", "Assignment", "Observation", "Person" FROM pledgeboard_app;
REVOKE UPDATE ON "Observation" FROM pledgeboard_app;

-- What is published is never edited, only superseded.
CREATE FUNCTION refuse_change_of_published() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a published update is never changed, only superseded' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER published_update_stays BEFORE UPDATE OR DELETE ON "Update"
  FOR EACH ROW WHEN (OLD.state = 'published') EXECUTE FUNCTION refuse_change_of_published();

CREATE FUNCTION refuse_change_of_published_evidence() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM "Update" u
     WHERE u.state = 'published'
       AND ((TG_OP <> 'INSERT' AND u."councilId" = OLD."councilId" AND u.id = OLD."updateId")
         OR (TG_OP <> 'DELETE' AND u."councilId" = NEW."councilId" AND u.id = NEW."updateId"))
  ) THEN
    RAISE EXCEPTION 'evidence of a published update is never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;
CREATE TRIGGER published_evidence_stays BEFORE INSERT OR UPDATE OR DELETE ON "Evidence"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published_evidence();

-- One working update for a commitment in a round: two editors meet in one row, and its version tells.
CREATE UNIQUE INDEX one_working_update ON "Update" ("councilId", "commitmentId", "roundId") WHERE state <> 'published';

ALTER TABLE "Update" ADD CONSTRAINT published_is_whole CHECK (
  state <> 'published' OR (status IS NOT NULL AND "publishedAt" IS NOT NULL AND "publisherId" IS NOT NULL));
ALTER TABLE "Update" ADD CONSTRAINT submitted_has_status CHECK (state = 'draft' OR (status IS NOT NULL AND "submittedAt" IS NOT NULL));
ALTER TABLE "Assignment" ADD CONSTRAINT assigned_to_one_thing CHECK (num_nonnulls("priorityId", "commitmentId", "actionId") = 1);
ALTER TABLE "Assignment" ADD CONSTRAINT assignment_ends_after_start CHECK ("endsOn" IS NULL OR "endsOn" >= "startsOn");
ALTER TABLE "Membership" ADD CONSTRAINT membership_ends_after_start CHECK ("endsOn" IS NULL OR "endsOn" >= "startsOn");
ALTER TABLE "Round" ADD CONSTRAINT round_in_order CHECK ("opensOn" <= "dueOn" AND "dueOn" <= "closesOn");
ALTER TABLE "Strategy" ADD CONSTRAINT strategy_ends_after_start CHECK ("endsOn" >= "startsOn");
ALTER TABLE "Observation" ADD CONSTRAINT value_or_symbol CHECK ((value IS NULL) <> (symbol IS NULL));
ALTER TABLE "Statistic" ADD CONSTRAINT value_or_symbol CHECK ((value IS NULL) <> (symbol IS NULL));
ALTER TABLE "Observation" ADD CONSTRAINT counts_are_counts CHECK (numerator >= 0 AND denominator >= 0);
ALTER TABLE "Theme" ADD CONSTRAINT month_of_year CHECK (month BETWEEN 1 AND 12);
ALTER TABLE "Council" ADD CONSTRAINT colour_is_hex CHECK (colour ~ '^#[0-9a-f]{6}$');
