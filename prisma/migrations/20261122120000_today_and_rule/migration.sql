-- Which day it is for a council: current_date is that of UTC, an hour late in summer.
CREATE FUNCTION london_today() RETURNS date LANGUAGE sql STABLE AS $$
  SELECT (now() AT TIME ZONE 'Europe/London')::date
$$;
GRANT EXECUTE ON FUNCTION london_today() TO pledgeboard_app, pledgeboard_auth;

-- The rule for small numbers that holds today for a source: its own before the one for all, the latest first. In one
-- place, for many reads lean on it and a mistake in one of them would show a small number.
CREATE FUNCTION disclosure_rule_in_force(council uuid, source uuid) RETURNS SETOF "DisclosureRule"
LANGUAGE sql STABLE ROWS 1 AS $$
  SELECT r.* FROM "DisclosureRule" r
   WHERE r."councilId" = council AND (r."sourceId" IS NULL OR r."sourceId" = source) AND r."startsOn" <= london_today()
   ORDER BY r."sourceId" NULLS LAST, r."startsOn" DESC, r.id DESC LIMIT 1
$$;

-- What of it decides, as DisclosureRule of lib/disclosure/rules.ts has it.
CREATE FUNCTION deciding("DisclosureRule") RETURNS json LANGUAGE sql STABLE AS $$
  SELECT json_build_object('threshold', $1.threshold, 'roundTo', $1."roundTo", 'zeros', $1.zeros,
                           'minimumDenominator', $1."minimumDenominator", 'protectsRest', $1."protectsRest")
$$;
GRANT EXECUTE ON FUNCTION disclosure_rule_in_force(uuid, uuid), deciding("DisclosureRule") TO pledgeboard_app;
