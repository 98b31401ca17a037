const classes = {
  information: 'notice',
  success: 'notice notice-success',
  warning: 'notice notice-warning',
};

/** Something to know before reading on. A success after a submit is announced (`announce`). */
export function Notice({
  kind = 'information',
  title,
  announce,
  children,
}: {
  kind?: keyof typeof classes;
  title?: string;
  announce?: boolean;
  children?: React.ReactNode;
}) {
  return (
    <div className={classes[kind]} role={announce ? 'status' : undefined}>
      {title && <h2>{title}</h2>}
      {children}
    </div>
  );
}
