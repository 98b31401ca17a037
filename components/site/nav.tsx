export type NavItem = { href: string; label: string; current?: boolean; count?: number };

/** Every place of the product in one row that wraps: nothing to open, nothing that needs a script. */
export function Nav({ items }: { items: readonly NavItem[] }) {
  return (
    <nav className="site-nav" aria-label="Main">
      <ul className="wrap">
        {items.map((item) => (
          <li key={item.href}>
            <a href={item.href} aria-current={item.current ? 'true' : undefined}>
              {item.label}
              {item.count ? <span className="site-count">{item.count}</span> : null}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
