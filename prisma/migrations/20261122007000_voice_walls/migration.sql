-- A group's link finds its council by the hash of its code, for somebody who is not signed in: signing in may read
-- these two columns of all councils, and nothing else of a link.
GRANT SELECT ("councilId", "codeHash") ON "VoiceLink" TO pledgeboard_auth;
CREATE POLICY code_finds_council ON "VoiceLink" FOR SELECT TO pledgeboard_auth USING (true);

ALTER TABLE "PromiseRating" ADD CONSTRAINT hidden_for_a_reason CHECK (moderation <> 'hidden' OR btrim("moderationReason") <> '');
ALTER TABLE "PromiseRating" ADD CONSTRAINT moderated_by_somebody CHECK ((moderation = 'waiting') = ("moderatedById" IS NULL));
ALTER TABLE "Answer" ADD CONSTRAINT published_says_something CHECK ("publishedAt" IS NULL OR btrim(words) <> '');

-- What young people were told stays as they were told it.
CREATE FUNCTION refuse_change_of_published_answer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a published answer is never changed' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER published_answer_stays BEFORE UPDATE ON "Answer"
  FOR EACH ROW WHEN (OLD."publishedAt" IS NOT NULL) EXECUTE FUNCTION refuse_change_of_published_answer();
