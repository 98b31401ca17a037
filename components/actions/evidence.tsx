import { LinkForm } from '#components/actions/link-form.tsx';
import { ActionForm } from '#components/ui/action-form.tsx';
import { Details } from '#components/ui/details.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { HiddenFields } from '#components/updates/hidden-fields.tsx';
import { removeActionLink } from '#lib/actions/mutations.ts';
import type { ActionChain } from '#lib/actions/one.ts';
import { isWebAddress } from '#lib/updates/drafts.ts';

/** The links that show an action, and the form for one more. */
export function Evidence({ action, council }: { action: ActionChain; council: string }) {
  const { evidence, mayMove, id } = action;
  const links = evidence.filter(({ url }) => isWebAddress(url));
  if (links.length === 0 && !mayMove) return null;
  return (
    <section id="evidence">
      <h2>What shows it</h2>
      {links.length === 0 && <p>No links yet.</p>}
      <ul>
        {links.map((link) => (
          <li key={link.id}>
            <a href={link.url} rel="noreferrer">
              {link.title}
            </a>
            {mayMove && (
              <ActionForm action={removeActionLink}>
                <HiddenFields council={council} action={id} evidence={link.id} />
                <SubmitButton look="link" sending="Taking away…">
                  Take away<span className="hidden-words">: {link.title}</span>
                </SubmitButton>
              </ActionForm>
            )}
          </li>
        ))}
      </ul>
      {mayMove && (
        <Details summary="Add a link that shows it">
          <LinkForm hidden={{ council, action: id, idempotencyKey: crypto.randomUUID() }} />
        </Details>
      )}
    </section>
  );
}
