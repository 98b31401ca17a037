import type { Metadata } from 'next';
import { actionsMarkup } from '#components/commitments/actions-markup.ts';
import { figuresMarkup } from '#components/commitments/figures-markup.ts';
import { Kin } from '#components/commitments/kin.tsx';
import { OnItsWay } from '#components/commitments/on-its-way.tsx';
import { story } from '#components/commitments/story.ts';
import { EditLinks } from '#components/strategies/edit-links.tsx';
import { History } from '#components/strategies/history.tsx';
import { priorityAddress, promiseAddress } from '#components/strategies/tree-markup.ts';
import { WorkingNotes } from '#components/strategies/working-notes.tsx';
import { ButtonLink } from '#components/ui/button.tsx';
import { Markup } from '#components/ui/markup.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { StatusTag } from '#components/ui/status-tag.tsx';
import { SummaryList } from '#components/ui/summary-list.tsx';
import { requireViewer } from '#lib/auth/viewer.ts';
import { getCommitment } from '#lib/commitments/chain.ts';
import { standingLabel } from '#lib/themes/rules.ts';
import { freshnessInWords, refOfSlug, writeWords } from '#lib/updates/words.ts';

type Props = { params: Promise<{ council: string; slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: refOfSlug((await params).slug) };
}

/** One step of the chain: the promises above it, the actions, updates and figures below it. */
export default async function CommitmentPage({ params }: Props) {
  const { council, slug } = await params;
  const viewer = await requireViewer(council);
  const commitment = await getCommitment(viewer, slug);
  const base = `/${viewer.council.slug}`;
  const { statuses } = viewer.council;
  const { strategy, ref, title, wording, priority, promises, leads, deputies, actions, updates, figures, working } =
    commitment;
  const place = { base, key: strategy.key, isInForce: strategy.isInForce };
  const last = updates[0] ?? null;
  const fresh = freshnessInWords(commitment.freshness, last?.submittedAt ?? null, last?.round.meeting.startsAt ?? null);
  return (
    <>
      <PageHeading
        title={`${ref}: ${title}`}
        lead={wording}
        crumbs={[
          strategy.isInForce
            ? { href: `${base}/commitments`, label: 'Commitments' }
            : { href: `${base}/strategies/${strategy.key}`, label: strategy.title },
          { href: priorityAddress(place, priority.key), label: priority.title },
          ...(commitment.parent
            ? [{ href: `${base}/commitments/${commitment.parent.slug}`, label: commitment.parent.ref }]
            : []),
        ]}
      >
        <SummaryList
          facts={[
            ['Strategy', !strategy.isInForce && `${strategy.title}, not the one in force`],
            [
              'Status',
              <StatusTag
                key="status"
                kind={commitment.standing}
                label={standingLabel(statuses, commitment.standing)}
              />,
            ],
            ['Confirmed', fresh],
            [
              'Was',
              commitment.standing === 'notUpdated' &&
                last?.status &&
                `${standingLabel(statuses, last.status)}, when it was last confirmed`,
            ],
            ['Lead', namesOf(leads) || 'Nobody leads this today'],
            ['Deputy', namesOf(deputies)],
            [
              'Promises',
              promises.length > 0 && (
                <Links
                  links={promises.map((one) => ({
                    href: strategy.isInForce
                      ? `${base}/promises#promise-${one.number}`
                      : promiseAddress(place, one.number),
                    label: `${one.number}. ${one.plainTitle}`,
                  }))}
                />
              ),
            ],
            [
              'Board',
              priority.themes.length > 0 && (
                <Links
                  links={priority.themes.map(({ theme }) => ({
                    href: `${base}/themes/${theme.slug}`,
                    label: `${theme.name} dashboard`,
                  }))}
                />
              ),
            ],
          ]}
        />
      </PageHeading>
      <Kin commitment={commitment} base={base} />
      {commitment.mayEdit && (
        <EditLinks base={base} strategy={strategy.key} noun="commitment" name={ref} adds={['commitment']} />
      )}
      {commitment.notes && <WorkingNotes notes={commitment.notes} />}
      {working && <OnItsWay working={working} council={viewer.council} />}
      {commitment.mayWrite && working?.state !== 'approved' && (
        <p className="actions">
          <ButtonLink href={`${base}/commitments/${slug}/update`}>{writeWords(working?.state)}</ButtonLink>
        </p>
      )}
      <p>
        <a href={`${base}/commitments/${slug}/leads`}>
          {commitment.mayAssign ? 'Change who leads this' : 'Who leads this, and who did'}
        </a>
      </p>
      <h2>What has been said</h2>
      {updates.length > 0 ? (
        <Markup html={story(updates, viewer.council)} />
      ) : (
        <p>Nobody has said yet how this is going.</p>
      )}
      <h2 id="actions">Actions</h2>
      {actions.length > 0 ? (
        <Markup html={actionsMarkup(commitment, base)} />
      ) : (
        <p>No actions have been entered for this commitment.</p>
      )}
      {commitment.mayPlan && (
        <p className="actions">
          <ButtonLink look="secondary" href={`${base}/actions/new?commitment=${slug}`}>
            Add an action
          </ButtonLink>
          <a href={`${base}/actions?commitment=${slug}`}>See them as a board or a timeline</a>
        </p>
      )}
      <h2>Figures</h2>
      {figures.length > 0 ? (
        <Markup html={figuresMarkup(figures, base)} />
      ) : (
        <p>No national figure measures this commitment.</p>
      )}
      <History changes={commitment.history} />
    </>
  );
}

const namesOf = (holders: readonly { name: string }[]) => holders.map(({ name }) => name).join(', ');

function Links({ links }: { links: readonly { href: string; label: string }[] }) {
  return links.map((link, index) => (
    <span key={link.href}>
      {index > 0 && ', '}
      <a href={link.href}>{link.label}</a>
    </span>
  ));
}
