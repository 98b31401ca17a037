import type { ComponentProps } from 'react';

type Look = 'primary' | 'secondary' | 'warning' | 'link';

const classes: Record<Look, string> = {
  primary: 'button',
  secondary: 'button button-secondary',
  warning: 'button button-warning',
  link: 'button-link',
};

/** The label says what happens: "Send and go to the next", never "OK". */
export function Button({ look = 'primary', ...rest }: Omit<ComponentProps<'button'>, 'className'> & { look?: Look }) {
  return <button type="submit" {...rest} className={classes[look]} />;
}

/** A link to the start of something, such as "Write an update". */
export function ButtonLink({
  look = 'primary',
  children,
  href,
}: {
  look?: Look;
  href: string;
  children: React.ReactNode;
}) {
  return (
    <a href={href} className={classes[look]}>
      {children}
    </a>
  );
}
