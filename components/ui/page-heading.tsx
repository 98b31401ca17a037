type Crumb = { href: string; label: string };

/** The top of a page: where it stands, its one h1, a sentence that says what it is for, and facts beside it. */
export function PageHeading({
  title,
  lead,
  crumbs = [],
  children,
}: {
  title: string;
  lead?: React.ReactNode;
  crumbs?: readonly Crumb[];
  children?: React.ReactNode;
}) {
  return (
    <div className="head">
      <div>
        {crumbs.length > 0 && <Breadcrumb crumbs={crumbs} />}
        <h1 className={title.length > 36 ? 'long' : undefined}>{title}</h1>
        {lead && <p className="lead">{lead}</p>}
      </div>
      {children}
    </div>
  );
}

function Breadcrumb({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label="Breadcrumb">
      <ol className="breadcrumb">
        {crumbs.map((crumb) => (
          <li key={crumb.href}>
            <a href={crumb.href}>{crumb.label}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
