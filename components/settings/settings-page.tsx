import { ButtonLink } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import type { Viewer } from '#lib/auth/viewer.ts';
import { type Part, stepAfter, steps } from '#lib/councils/guide.ts';

type Props = {
  viewer: Viewer;
  part: Part;
  lead: React.ReactNode;
  /** What the address says was done; shown and announced once. */
  saved?: string | string[];
  children: React.ReactNode;
};

/** One page of the settings: the same in the set-up and in every year after it. */
export function SettingsPage({ viewer, part, lead, saved, children }: Props) {
  const base = `/${viewer.council.slug}`;
  const at = steps.findIndex((step) => step.part === part);
  const next = stepAfter(part);
  return (
    <>
      <PageHeading
        title={steps[at]?.title ?? ''}
        lead={lead}
        crumbs={[
          { href: `${base}/manage`, label: 'Manage' },
          { href: `${base}/settings`, label: 'Settings' },
        ]}
      />
      <p className="soft">
        Step {at + 1} of {steps.length} of the set-up
      </p>
      {saved && (
        <Notice kind="success" title="Saved" announce>
          <p>
            {next ? <a href={`${base}/settings/${next.part}`}>Go on to the next step: {next.title}</a> : null}
            {next ? ', or stay and change more.' : <a href={`${base}/settings`}>Go on to the last step: begin</a>}
          </p>
        </Notice>
      )}
      {children}
      <p className="actions">
        <ButtonLink look="secondary" href={`${base}/settings`}>
          All steps
        </ButtonLink>
        {next && (
          <ButtonLink look="secondary" href={`${base}/settings/${next.part}`}>
            Next step: {next.title}
          </ButtonLink>
        )}
      </p>
    </>
  );
}

/** What every form of the settings carries. */
export const carried = (viewer: Viewer, shown = '') => ({
  council: viewer.council.slug,
  idempotencyKey: crypto.randomUUID(),
  shown,
});
