import type { Metadata } from 'next';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { requireViewer } from '#lib/auth/viewer.ts';
import { roleName } from '#lib/councils/roles.ts';

export const metadata: Metadata = { title: 'Accessibility statement' };

/**
 * In the form of the model statement of Commission Implementing Decision (EU) 2018/1523, which the Public Sector
 * Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018 take over. It must stay true.
 */
export default async function AccessibilityPage({ params }: { params: Promise<{ council: string }> }) {
  const { council } = await requireViewer((await params).council);
  const officer = roleName(council, 'administrator');
  return (
    <>
      <PageHeading title="Accessibility statement for Pledgeboard" />
      <p>
        This statement is about the pages of Pledgeboard that {council.name} uses. We want everybody to be able to use
        them. You should be able to:
      </p>
      <ul>
        <li>read everything at 400% zoom and on a screen 320 pixels wide, without scrolling sideways</li>
        <li>use every page with a keyboard alone, with a screen reader, or by speech</li>
        <li>use every page and every form without JavaScript</li>
        <li>choose light or dark in your device, and print any page</li>
        <li>read every chart as words and as a table, and every status as words, never by colour alone</li>
      </ul>
      <p>
        <a href="https://mcmw.abilitynet.org.uk/" rel="noreferrer">
          AbilityNet
        </a>{' '}
        has advice on making your device easier to use if you have a disability.
      </p>

      <h2>Feedback and contact</h2>
      <p>
        If something here does not work for you, or you need it in another format such as large print, easy read or
        audio, tell the {officer.toLowerCase()} of {council.name}.{' '}
        {council.contact ||
          'This copy of Pledgeboard holds no address for them yet; until it does, use the contact details on the council’s website.'}
      </p>

      <h2>Enforcement procedure</h2>
      <p>
        The Equality and Human Rights Commission enforces the Public Sector Bodies (Websites and Mobile Applications)
        (No. 2) Accessibility Regulations 2018. If you are not happy with the answer to your complaint, contact the{' '}
        <a href="https://www.equalityadvisoryservice.com/" rel="noreferrer">
          Equality Advisory and Support Service
        </a>
        .
      </p>

      <h2>Technical information</h2>
      <p>
        {council.name} is committed to making its websites accessible, in accordance with the Public Sector Bodies
        (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018.
      </p>
      <h3>Compliance status</h3>
      <p>
        This website is partially compliant with the Web Content Accessibility Guidelines version 2.2 AA standard. It is
        not called fully compliant because it has not yet been fully tested, as said below.
      </p>
      <h3>Non-accessible content</h3>
      <p>What we know of:</p>
      <ul>
        <li>
          On a narrow screen a long table becomes a list of labelled lines. Some screen readers then no longer announce
          it as a table (success criterion 1.3.1, information and relationships). In a window wider than 640 pixels it
          is a table.
        </li>
        <li>Updates are written by many people, and some may not be in plain English.</li>
      </ul>
      <p>
        Evidence links lead to documents and websites of others. We cannot check or change those, and they are not
        within the scope of the regulations here where they are not under the council’s control.
      </p>

      <h2>Preparation of this statement</h2>
      <p>
        This statement was prepared on 22 November 2026. A program (axe) looks for faults on every page as every role,
        light and dark, each time the product changes. We also looked at pages at 320 pixels, on paper and without
        JavaScript. No outside body has audited it, and no disabled people have tested it yet. A program finds only some
        of the faults: both of these are needed before we can claim more.
      </p>
    </>
  );
}
