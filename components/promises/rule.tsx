import { Details } from '#components/ui/details.tsx';
import { StatusTag } from '#components/ui/status-tag.tsx';
import { ruleIntro, ruleWords, verdictWords } from '#lib/promises/words.ts';
import { youngRule } from '#lib/voice/words.ts';

/**
 * The rules of both verdicts folded away, for everybody who wants to know how we decide.
 * @param threshold the council's rule disclosureThreshold
 */
export function Rule({ threshold }: { threshold: number }) {
  return (
    <Details summary="How do we decide?">
      <VerdictRule />
      <h3>What young people say</h3>
      {youngRule(threshold).map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </Details>
  );
}

export function VerdictRule() {
  return (
    <>
      {ruleIntro.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      <dl className="facts">
        {ruleWords.map(({ verdict, meaning }) => (
          <div key={verdict}>
            <dt>
              <StatusTag kind={verdict} label={verdictWords[verdict]} />
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
