import { Details } from '#components/ui/details.tsx';
import { StatusTag } from '#components/ui/status-tag.tsx';
import { ruleIntro, ruleWords, verdictWords } from '#lib/promises/words.ts';

/** The rule of the verdicts folded away, for everybody who wants to know how we decide. */
export function Rule() {
  return (
    <Details summary="How do we decide?">
      <VerdictRule />
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
