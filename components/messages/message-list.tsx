import { ActionForm } from '#components/ui/action-form.tsx';
import { ButtonLink } from '#components/ui/button.tsx';
import { Markup } from '#components/ui/markup.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { HiddenFields } from '#components/updates/hidden-fields.tsx';
import { formatDay, formatTime } from '#lib/format.ts';
import { html } from '#lib/html.ts';
import { markRead } from '#lib/messages/mutations.ts';
import type { Message } from '#lib/messages/queries.ts';
import { partsOf } from '#lib/messages/rules.ts';

/** Messages in full, each with what it asks for. */
export function MessageList({ messages, council }: { messages: Message[]; council: string }) {
  return messages.map((message) => (
    <article key={message.id} aria-labelledby={message.id}>
      <h3 id={message.id}>{message.subject}</h3>
      <p className="soft">
        {formatDay(message.createdAt)} at {formatTime(message.createdAt)}
      </p>
      <Markup html={bodyMarkup(message.body)} />
      {message.readAt === null && (
        <ActionForm action={markRead}>
          <HiddenFields council={council} message={message.id} />
          <p className="actions">
            <ButtonLink href={message.path}>Begin here</ButtonLink>
            <SubmitButton look="secondary" sending="Saving…">
              Mark as read
            </SubmitButton>
          </p>
        </ActionForm>
      )}
    </article>
  ));
}

const bodyMarkup = (body: string) =>
  html`${partsOf(body).map((part) =>
    typeof part === 'string'
      ? html`<p>${part}</p>`
      : html`<ul>${part.map(({ words, path }) => html`<li>${path ? html`<a href="${path}">${words}</a>` : words}</li>`)}</ul>`,
  )}`;
