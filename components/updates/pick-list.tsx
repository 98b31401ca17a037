'use client';

import { type Task, TaskRow } from '#components/needs/tasks.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { useFormAction } from '#components/ui/use-form-action.ts';
import { decideChosen } from '#lib/updates/mutations.ts';

type Row = {
  /** The update and the version that is shown; null where the viewer may not decide. */
  value: string | null;
  name: string;
  task: Task;
};

/** The updates that wait, with a box for each: several are decided at once. What is ticked stays ticked when it is refused. */
export function PickList({
  rows,
  council,
  idempotencyKey,
}: {
  rows: readonly Row[];
  council: string;
  idempotencyKey: string;
}) {
  const { state, formAction } = useFormAction(decideChosen);
  const ticked = new Set(state?.values.chosen?.split(','));
  return (
    <form action={formAction} noValidate>
      <ErrorSummary state={state} />
      <input type="hidden" name="council" value={council} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <ul className="tasks">
        {rows.map(({ value, name, task }) => (
          <li className="pick" key={task.href}>
            {value === null ? (
              <span />
            ) : (
              <label>
                <span className="hidden-words">Choose {name}</span>
                <input type="checkbox" name="chosen" value={value} defaultChecked={ticked.has(value)} />
              </label>
            )}
            <div className="task">
              <TaskRow task={task} />
            </div>
          </li>
        ))}
      </ul>
      <p className="soft">
        Those that have changed meanwhile, or hold words that could point at a child, are left and named. The rest is
        done.
      </p>
      <div className="actions">
        <SubmitButton name="intent" value="publish" sending="Publishing…">
          Approve and publish the ticked
        </SubmitButton>
        <SubmitButton name="intent" value="approve" look="secondary" sending="Approving…">
          Approve the ticked
        </SubmitButton>
      </div>
    </form>
  );
}
