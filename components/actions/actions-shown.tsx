import { actionTable } from '#components/actions/action-table.ts';
import { boardMarkup } from '#components/actions/board-markup.ts';
import { ReassignForm } from '#components/actions/reassign-form.tsx';
import { timelineMarkup } from '#components/actions/timeline-markup.ts';
import { ActionForm } from '#components/ui/action-form.tsx';
import { Markup } from '#components/ui/markup.tsx';
import { HiddenFields } from '#components/updates/hidden-fields.tsx';
import { type ActionFilter, addressOf, type View } from '#lib/actions/filter.ts';
import { moveOnBoard } from '#lib/actions/mutations.ts';
import type { ActionList } from '#lib/actions/queries.ts';
import type { Viewer } from '#lib/auth/viewer.ts';

type Props = { list: ActionList; filter: ActionFilter; view: View; viewer: Viewer };

/** The actions as asked for, inside the form that changes them where the viewer may. */
export function ActionsShown({ list, filter, view, viewer }: Props) {
  const { slug } = viewer.council;
  const shown = { ...list, filter, base: `/${slug}` };
  if (view === 'timeline') return <Markup html={timelineMarkup(shown)} />;
  if (view === 'board') {
    const board = <Markup html={boardMarkup(shown)} />;
    if (!list.rows.some((row) => row.mayMove)) return board;
    return (
      <ActionForm action={moveOnBoard}>
        <HiddenFields council={slug} back={addressOf(filter, { view }).slice(1)} />
        {board}
      </ActionForm>
    );
  }
  const picks = list.rows.some((row) => row.mayPlan);
  const table = <Markup html={actionTable({ ...shown, picks })} />;
  if (!picks) return table;
  const of = (kind: string) => list.options.filter((option) => option.kind === kind && option.isHere);
  const options = (kind: string) => of(kind).map(({ value, label }) => ({ value, label }));
  return (
    <ReassignForm
      hidden={{
        council: slug,
        idempotencyKey: crypto.randomUUID(),
        back: addressOf(filter).slice(1),
        matching: String(list.matching),
      }}
      matching={list.matching}
      owners={options('owner')}
      organisations={options('organisation')}
    >
      {table}
    </ReassignForm>
  );
}
