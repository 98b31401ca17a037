import type { Metadata } from 'next';
import { Steps } from '#components/settings/steps.tsx';
import { ActionForm } from '#components/ui/action-form.tsx';
import { ButtonLink } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { requireViewer } from '#lib/auth/viewer.ts';
import { finishSetUp } from '#lib/councils/mutations.ts';
import { getGuide } from '#lib/councils/queries.ts';
import { formatDate } from '#lib/format.ts';

export const metadata: Metadata = { title: 'Settings' };

type Props = {
  params: Promise<{ council: string }>;
  searchParams: Promise<{ made?: string; ready?: string }>;
};

/** The guide through the set-up, and afterwards the list of everything that can be changed. */
export default async function SettingsPage({ params, searchParams }: Props) {
  const viewer = await requireViewer((await params).council);
  const { made, ready } = await searchParams;
  const { steps, next, missing, readyOn } = await getGuide(viewer);
  const base = `/${viewer.council.slug}`;
  return (
    <>
      <PageHeading
        title={readyOn ? 'Settings' : `Set up ${viewer.council.shortName}`}
        lead={
          readyOn
            ? `Ready since ${formatDate(readyOn)}. Everything can still be changed.`
            : 'Step by step. Each can be left and come back to; nothing is lost.'
        }
        crumbs={[{ href: `${base}/manage`, label: 'Manage' }]}
      />
      {made && (
        <Notice kind="success" title={`${viewer.council.name} is made`} announce>
          <p>You are its administrator. The first step, its name, is done.</p>
        </Notice>
      )}
      {ready && (
        <Notice kind="success" title="The council can begin" announce>
          <p>
            <a href={base}>Go to For me</a>. Whoever you added can sign in with their email address.
          </p>
        </Notice>
      )}
      <Steps steps={steps} base={base} />
      {next && (
        <p className="actions">
          <ButtonLink href={`${base}/settings/${next.part}`}>Next step: {next.title}</ButtonLink>
        </p>
      )}
      {!readyOn && (
        <section aria-labelledby="begin">
          <h2 id="begin">Begin</h2>
          {missing.length > 0 ? (
            <>
              <p>Before the council can begin:</p>
              <ul>
                {missing.map((one) => (
                  <li key={one}>{one}</li>
                ))}
              </ul>
            </>
          ) : (
            <ActionForm action={finishSetUp}>
              <input type="hidden" name="council" value={viewer.council.slug} />
              <input type="hidden" name="idempotencyKey" value={crypto.randomUUID()} />
              <p>Everything is there that a council needs. Steps that you left keep their usual values.</p>
              <p className="actions">
                <SubmitButton sending="Finishing…">Finish the set-up</SubmitButton>
              </p>
            </ActionForm>
          )}
        </section>
      )}
    </>
  );
}
