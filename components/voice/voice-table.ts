import { verdictTag, youngTag } from '#components/promises/promise-markup.ts';
import { tableMarkup } from '#components/ui/table-markup.ts';
import { type Html, html } from '#lib/html.ts';
import type { PromiseStanding } from '#lib/promises/queries.ts';
import { differs } from '#lib/voice/rules.ts';
import type { YoungVoice } from '#lib/voice/said.ts';

type Row = PromiseStanding & { young: YoungVoice };

/** Both verdicts on every promise. */
export const voiceTable = (promises: readonly Row[], base: string): Html =>
  tableMarkup({
    caption: 'What we say and what young people say of each promise',
    hideCaption: true,
    columns: [
      { label: 'Promise' },
      { label: 'We say' },
      { label: 'Young people say' },
      { label: 'The same?' },
      { label: 'Our answer' },
    ],
    rows: promises.map((promise) => [
      html`<a href="${base}/promises/${promise.number}#young-people">${promise.number}. ${promise.plainTitle}</a>`,
      verdictTag(promise),
      youngTag(promise.young),
      sameWords(promise),
      answeredWords(promise.young),
    ]),
  });

const sameWords = ({ verdict, young }: Row) =>
  young.view?.verdict ? (differs(verdict, young.view) ? html`<b>No, we do not agree</b>` : 'Yes') : 'Not known';

const answeredWords = ({ wasHeard, isAnswered }: YoungVoice) =>
  wasHeard ? (isAnswered ? 'Answered' : html`<b>No answer yet</b>`) : 'Nothing to answer yet';
