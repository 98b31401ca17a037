import { Markup } from '#components/ui/markup.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { StatusTag } from '#components/ui/status-tag.tsx';
import { updateText } from '#components/updates/update-text.ts';
import type { Viewer } from '#lib/auth/viewer.ts';
import type { CommitmentChain } from '#lib/commitments/chain.ts';
import { formatDate } from '#lib/format.ts';
import { standingLabel } from '#lib/themes/rules.ts';
import { stateWords } from '#lib/updates/words.ts';

type Working = NonNullable<CommitmentChain['working']>;

/** The update that is not published yet, for its lead and the administrator alone. */
export function OnItsWay({ working, council }: { working: Working; council: Viewer['council'] }) {
  return (
    <Notice title={stateWords[working.state]}>
      <p className="soft">
        {working.author.name}, saved {formatDate(working.savedAt)}. Only the lead and the administrator see this.
      </p>
      {working.state === 'returned' && (
        <p>
          <b>What should change:</b> {working.comment}
        </p>
      )}
      {working.status && (
        <p>
          <StatusTag kind={working.status} label={standingLabel(council.statuses, working.status)} />
        </p>
      )}
      <Markup html={updateText(working, `/${council.slug}`)} />
    </Notice>
  );
}
