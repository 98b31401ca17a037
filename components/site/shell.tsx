import { Mark } from '#components/site/mark.tsx';
import { Nav, type NavItem } from '#components/site/nav.tsx';

/**
 * What stands around every page. `home` is where the name leads; `account` says who is signed in and holds
 * the form that signs out. Links are plain: a page is small, and a full load always works.
 */
export function Shell({
  home,
  council,
  nav,
  account,
  isDemo,
  footerLinks = [{ href: '/accessibility', label: 'Accessibility' }],
  children,
}: {
  home: string;
  council?: string;
  nav: readonly NavItem[];
  account?: React.ReactNode;
  isDemo?: boolean;
  footerLinks?: readonly { href: string; label: string }[];
  children: React.ReactNode;
}) {
  return (
    <>
      <a className="skip" href="#main">
        Skip to main content
      </a>
      <header>
        <div className="site-bar">
          <div className="wrap">
            <a className="site-name" href={home}>
              <Mark />
              <b>Pledgeboard</b>
              {council && <span>{council}</span>}
            </a>
            {account && <div className="site-account">{account}</div>}
          </div>
        </div>
        {nav.length > 0 && <Nav items={nav} />}
      </header>
      <main id="main" className="wrap site-main" tabIndex={-1}>
        {children}
      </main>
      <footer className="site-footer">
        <div className="wrap">
          {isDemo && <p className="tag">Demonstration content</p>}
          {footerLinks.map((link) => (
            <a key={link.href} href={link.href}>
              {link.label}
            </a>
          ))}
        </div>
      </footer>
    </>
  );
}
