import { StatusTag, type TagKind } from '#components/ui/status-tag.tsx';

/** One row of a person's list: what, why now, one link. */
export type Task = {
  href: string;
  what: string;
  why: string;
  /** When it hangs on a day: "5 days late", "due in 3 days". */
  when?: string;
  tag?: { kind?: TagKind; label: string };
};

export function Tasks({ tasks }: { tasks: readonly Task[] }) {
  return (
    <ul className="tasks">
      {tasks.map((task) => (
        <li className="task" key={`${task.href} ${task.what}`}>
          <TaskRow task={task} />
        </li>
      ))}
    </ul>
  );
}

/** What stands in one row. */
export function TaskRow({ task }: { task: Task }) {
  return (
    <>
      <div>
        <a href={task.href}>{task.what}</a>
        <p>{task.why}</p>
      </div>
      {(task.tag || task.when) && (
        <p>
          {task.tag ? <StatusTag kind={task.tag.kind} label={task.tag.label} /> : null} {task.when}
        </p>
      )}
    </>
  );
}
