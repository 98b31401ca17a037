import { tableMarkup } from '#components/ui/table-markup.ts';
import { type Html, html, type Part } from '#lib/html.ts';
import type { Changes, FigureChange, PromiseChange, StatusChange } from '#lib/themes/changes/rules.ts';
import type { Standing } from '#lib/updates/rules.ts';

type Beside = { base: string; from: string; to: string; label: (standing: Standing) => string };

/** What changed from one meeting to another, most telling first. Nothing changed is said for each kind. */
export function changesMarkup({ statuses, figures, promises, questions }: Changes, beside: Beside): Html {
  const { base } = beside;
  return html`<h2>Commitments</h2>${statuses.length > 0 ? statusTable(statuses, beside) : none('No commitment has another status.')}
<h2>Figures</h2>${figures.length > 0 ? figureTable(figures, beside) : none('No figure has changed.')}
<h2>Evidence of promises</h2>${promises.length > 0 ? html`<ul>${promises.map((one) => html`<li><a href="${base}/promises/${one.number}">${one.number}. ${one.plainTitle}</a> ${promiseWords[one.kind]}</li>`)}</ul>` : none('The same promises have current evidence.')}
<h2>Questions worth asking</h2><div class="columns">${asked('Asked then, not now', questions.dropped, base)}${asked('Asked now, not then', questions.fresh, base)}</div>${questions.kept.length > 0 && asked('Asked both times', questions.kept, base)}`;
}

const none = (words: string): Html => html`<p>${words}</p>`;

const turns: Record<StatusChange['turn'], string> = {
  worse: 'Worse',
  better: 'Better',
  quiet: 'Gone quiet',
  heard: 'Heard of again',
  new: 'New on this dashboard',
  gone: 'Not on this dashboard any more',
};

function statusTable(statuses: readonly StatusChange[], { base, from, to, label }: Beside): Html {
  const tag = (standing: Standing | null): Part =>
    standing === null ? 'Not here' : html`<span class="tag tag-${standing}">${label(standing)}</span>`;
  return tableMarkup({
    caption: 'Commitments whose status changed',
    hideCaption: true,
    columns: [{ label: 'Commitment' }, { label: from }, { label: to }, { label: 'What happened' }],
    rows: statuses.map((one) => [
      html`<a href="${base}/commitments/${one.slug}">${one.ref}</a> ${one.title}`,
      tag(one.from),
      tag(one.to),
      turns[one.turn],
    ]),
  });
}

const kinds: Record<FigureChange['kind'], string> = {
  new: 'New on this dashboard.',
  gone: 'Not on this dashboard any more.',
  counted: 'Counted in another way since: the two are not compared.',
  moved: '',
  revised: '',
};

function figureTable(figures: readonly FigureChange[], { base, from, to }: Beside): Html {
  const value = (said: FigureChange['from']): Part =>
    said ? html`<b>${said.text}</b><span class="soft">${said.period}</span>` : 'Not here';
  return tableMarkup({
    caption: 'Figures that changed',
    hideCaption: true,
    columns: [{ label: 'Figure' }, { label: from }, { label: to }, { label: 'What happened' }],
    rows: figures.map((one) => [
      html`<a href="${base}/indicators/${one.key}">${one.title}</a>`,
      value(one.from),
      value(one.to),
      html`${kinds[one.kind] || movedWords(one)}${one.revised.map(({ period, from: old, to: now }) => html`<span class="soft block">Revised for ${period}: ${old} → ${now}</span>`)}`,
    ]),
  });
}

const movedWords = ({ kind, from, to }: FigureChange) =>
  kind === 'moved' && from?.period !== to?.period ? 'A newer period.' : 'A value was corrected.';

const promiseWords: Record<PromiseChange['kind'], string> = {
  gained: 'has current evidence now, and had none then.',
  lost: 'has no current evidence now, and had some then.',
  new: 'is new on this dashboard.',
  gone: 'is not on this dashboard any more.',
};

function asked(title: string, questions: Changes['questions']['kept'], base: string): Html {
  const list =
    questions.length > 0
      ? html`<ul>${questions.map(({ text, to }) => html`<li>${text} <a class="soft" href="${base}/${to}">Where it stands</a></li>`)}</ul>`
      : html`<p>None.</p>`;
  return html`<section><h3>${title}</h3>${list}</section>`;
}
