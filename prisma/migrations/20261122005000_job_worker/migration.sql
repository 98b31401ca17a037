-- A third role beside the owner: it owns the queue of jobs (schema graphile_worker), made at the start, and may
-- touch no table of a council. What a job does to a council, it does as pledgeboard_app.
DO $$
BEGIN
  CREATE ROLE pledgeboard_worker NOLOGIN NOSUPERUSER NOBYPASSRLS;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
