import { ActionForm } from '#components/ui/action-form.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { Table } from '#components/ui/table.tsx';
import { HiddenFields } from '#components/updates/hidden-fields.tsx';
import { isSmallCount } from '#lib/disclosure/rules.ts';
import { formatShortDate } from '#lib/format.ts';
import { revokeVoiceLink } from '#lib/voice/mutations.ts';
import type { GroupLink } from '#lib/voice/queries.ts';

/** The links of groups. How many have answered is a count of young people like any other. */
export function LinkList({
  links,
  council,
  threshold,
}: {
  links: readonly GroupLink[];
  council: string;
  threshold: number;
}) {
  return (
    <Table
      stack
      caption="Links for groups, the newest first"
      hideCaption
      columns={[{ label: 'Group' }, { label: 'Days' }, { label: 'Answers' }, { label: 'State' }]}
      rows={links.map((link) => ({
        key: link.id,
        cells: [
          link.groupName,
          `${formatShortDate(link.opensOn)} to ${formatShortDate(link.closesOn)}`,
          isSmallCount(link.used, threshold)
            ? `${threshold} or fewer, of ${link.places}`
            : `${link.used} of ${link.places}`,
          <LinkState key="state" link={link} council={council} />,
        ],
      }))}
    />
  );
}

const stateWords = { early: 'Not open yet', late: 'Over', revoked: 'Revoked' };

function LinkState({ link, council }: { link: GroupLink; council: string }) {
  const words = link.closed ? stateWords[link.closed] : 'Open';
  if (link.closed === 'revoked' || link.closed === 'late') return words;
  return (
    <>
      {words}
      <ActionForm action={revokeVoiceLink}>
        <HiddenFields council={council} link={link.id} />
        <SubmitButton look="link" sending="Revoking…">
          Revoke<span className="hidden-words"> the link of {link.groupName}</span>
        </SubmitButton>
      </ActionForm>
    </>
  );
}
