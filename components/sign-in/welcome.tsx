import { ButtonLink } from '#components/ui/button.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';

/** What Pledgeboard is, for somebody who has just found it. */
export function Welcome() {
  return (
    <>
      <PageHeading
        title="A promise to a child is kept in plain sight"
        lead="Pledgeboard shows whether a council does what it promised the children it cares for, and says so when nobody knows."
      >
        <p className="actions">
          <ButtonLink href="/sign-in">Sign in</ButtonLink>
          <ButtonLink href="/set-up" look="secondary">
            Set up a council
          </ButtonLink>
        </p>
      </PageHeading>
      <div className="columns">
        <section>
          <h2>What it keeps together</h2>
          <ol>
            <li>What was promised, and the commitments that make it true</li>
            <li>Who leads each one, what was done, and the evidence</li>
            <li>The figures, beside those of the South East and England</li>
            <li>What the board decided, and what young people were told</li>
          </ol>
        </section>
        <section>
          <h2>What it will not do</h2>
          <ul>
            <li>Show green because nobody has looked</li>
            <li>Hold a record of any one child</li>
            <li>Rewrite what was published</li>
          </ul>
        </section>
      </div>
      <p>To see anything more you need to be added by a council’s administrator.</p>
    </>
  );
}
