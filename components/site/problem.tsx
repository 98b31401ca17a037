import { ButtonLink } from '#components/ui/button.tsx';

/** A page that could not be shown: what happened, what to do, and a way back. */
export function Problem({
  title,
  happened,
  toDo,
  back,
  reference,
}: {
  title: string;
  happened: string;
  toDo: string;
  back: { href: string; label: string };
  /** The id under which the log holds the error, to quote when asking for help. */
  reference?: string;
}) {
  return (
    <div className="problem">
      <h1>{title}</h1>
      <p className="lead">{happened}</p>
      <p>{toDo}</p>
      {reference && (
        <p className="soft">
          Reference to quote: <code>{reference}</code>
        </p>
      )}
      <p className="actions">
        <ButtonLink href={back.href}>{back.label}</ButtonLink>
      </p>
    </div>
  );
}
