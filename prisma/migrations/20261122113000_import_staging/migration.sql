-- A file of figures is laid out in a temporary table before anything of it is kept. Everybody may make those where
-- nobody took that right away; the app must be able to in any case.
DO $$
BEGIN
  EXECUTE format('GRANT TEMPORARY ON DATABASE %I TO pledgeboard_app', current_database());
END $$;
