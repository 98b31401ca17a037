import type { Metadata } from 'next';
import { FieldsForm } from '#components/settings/fields-form.tsx';
import { SignOutForm } from '#components/sign-in/sign-out-form.tsx';
import { Button, ButtonLink } from '#components/ui/button.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { getFounder } from '#lib/auth/founders.ts';
import { makeCouncil } from '#lib/councils/actions.ts';
import { listTakenCodes } from '#lib/councils/founding.ts';
import { authoritiesByName } from '#lib/councils/founding-schema.ts';
import { env } from '#lib/env.ts';

export const metadata: Metadata = { title: 'Set up a council' };

const lead =
  'From nothing to a running council in about a quarter of an hour: its name, its words, its people, its strategy and its meetings.';

/** The first step: which council it is. The others are the pages of its settings. */
export default async function SetUpPage() {
  const founder = await getFounder();
  if (!founder) return <WhoMay />;
  const taken = await listTakenCodes();
  const authorities = authoritiesByName().map(({ code, name }) => ({
    value: code,
    label: taken.has(code) ? `${name} (here already)` : name,
  }));
  return (
    <>
      <PageHeading title="Set up a council" lead={lead} />
      <p>
        Step 1 of 10. You are signed in as {founder.address} and become the first administrator. Everything can be
        changed later, but the authority.
      </p>
      <FieldsForm
        action={makeCouncil}
        hidden={{ idempotencyKey: crypto.randomUUID() }}
        submit="Make the council and go on"
        fields={[
          {
            name: 'code',
            label: 'Which authority is it?',
            hint: 'Every authority in England with children’s services. Figures of the Department for Education are found by it.',
            kind: 'choice',
            options: [{ value: '', label: 'Choose an authority' }, ...authorities],
            value: '',
          },
          {
            name: 'name',
            label: 'Full name of the council (optional)',
            hint: 'For example Leeds City Council. Empty: the authority’s name with “Council”.',
            value: '',
          },
          {
            name: 'shortName',
            label: 'Short name (optional)',
            hint: 'At the top of every page. Empty: the authority’s name.',
            value: '',
          },
          {
            name: 'slug',
            label: 'Address (optional)',
            hint: 'What stands after the slash in the address of its pages. Empty: made from the authority’s name.',
            value: '',
          },
          {
            name: 'colour',
            label: 'Colour',
            hint: 'A line of it at the top of every page.',
            kind: 'color',
            value: '#1f5673',
          },
          {
            name: 'administrator',
            label: 'What should the screen call you?',
            hint: 'Your name, or what you do, such as Strategy officer.',
            value: '',
          },
        ]}
      />
      <SignOutForm />
    </>
  );
}

function WhoMay() {
  return (
    <>
      <PageHeading title="Set up a council" lead={lead} />
      <p>The people who run this Pledgeboard may set up a council. Sign in first, with the address they know you by.</p>
      <p className="actions">
        <ButtonLink href="/sign-in?to=/set-up">Sign in to set up a council</ButtonLink>
      </p>
      {env.PLEDGEBOARD_DEMO && (
        <section aria-labelledby="demo">
          <h2 id="demo">Or try it in the demonstration</h2>
          <p>You sign in with one click, as somebody who has no council yet.</p>
          <form method="post" action="/api/auth/demo-founder">
            <Button look="secondary">
              <span className="hidden-words">Sign in as </span>Somebody who sets up a council
            </Button>
          </form>
        </section>
      )}
    </>
  );
}
