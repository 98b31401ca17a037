import { html } from '#lib/html.ts';
import type { PublicCouncil } from '#lib/releases/content.ts';
import { publicDocument } from '#lib/releases/page/document.ts';

/**
 * The statement for the public pages, in the form of the model statement of Commission Implementing Decision (EU)
 * 2018/1523. It must stay true.
 * @param contact who answers, as the council's settings say it; empty while nobody does
 */
export function accessibilityPage(council: PublicCouncil, contact: string): string {
  const main = html`<h1>Accessibility statement for published figures</h1><p>This statement is about the public pages of ${council.name} that are made with Pledgeboard. We want everybody to be able to use them. You should be able to:</p><ul><li>read everything at 400% zoom and on a screen 320 pixels wide; only tables scroll sideways, each in a region of its own</li><li>use every page with a keyboard alone, with a screen reader, or by speech</li><li>choose light or dark in your device, and print any page</li><li>read every chart as words and as a table, never by colour alone</li></ul><p>The pages run no script at all.</p><h2>Feedback and contact</h2><p>If something here does not work for you, or you need it in another format such as large print, easy read or audio, tell ${council.name}. ${contact || 'Use the contact details on the council’s website.'}</p><h2>Enforcement procedure</h2><p>The Equality and Human Rights Commission enforces the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018. If you are not happy with the answer to your complaint, contact the <a href="https://www.equalityadvisoryservice.com/">Equality Advisory and Support Service</a>.</p><h2>Compliance status</h2><p>These pages are partially compliant with the Web Content Accessibility Guidelines version 2.2 AA standard. They are not called fully compliant because they have not yet been fully tested: a program (axe) looks for faults each time the product changes, and we look at them at 320 pixels, on paper and in the dark. No outside body has audited them, and no disabled people have tested them yet.</p><h2>Preparation of this statement</h2><p>This statement was prepared on 22 November 2026.</p>`;
  return publicDocument({ title: 'Accessibility statement', about: 'How accessible these pages are.', council, main });
}
