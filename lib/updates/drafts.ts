import type { Status } from '#lib/councils/settings.ts';
import { evidenceLimit } from '#lib/evidence/rules.ts';
import { needsReason } from '#lib/updates/rules.ts';

/** What a lead writes. The same fields in the form, in the row, and beside each other when two people save. */
export type Draft = {
  status: Status | null;
  reason: string;
  done: string;
  difference: string;
  howWeKnow: string;
  next: string;
  /** Links, and files that were attached: a file has a name and no address. */
  evidence: readonly (Link & { fileName?: string | null })[];
};
export type Link = { title: string; url: string };

/** Characters in one answer: about a page. Longer papers are linked as evidence. */
export const textLimit = 4_000;
/** A draft may run over: what was typed is kept, and the limit is told when it is sent. */
export const draftLimit = 40_000;
/** The numbers of the form's rows for evidence. */
export const evidenceRows = [1, 2, 3, 4, 5] as const;

const texts = {
  reason: 'The reason',
  done: 'What was done',
  difference: 'What difference it made',
  howWeKnow: 'How we know',
  next: 'What comes next',
} as const;
export type TextField = keyof typeof texts;
export const textFields = Object.keys(texts) as TextField[];

/**
 * Why a draft cannot be sent yet, by field name, in the order of the form; empty means that it can.
 * @param previous the status last published; null before the first
 */
export function problemsBeforeSending(draft: Draft, previous: Status | null): Record<string, string> {
  const found: Record<string, string> = {};
  if (!draft.status) found.status = 'Choose how it is going.';
  if (draft.status && needsReason(previous, draft.status) && !draft.reason) found.reason = reasonOwed(draft.status);
  if (!draft.done && draft.status !== 'notStarted') found.done = 'Say what was done. If nothing was, say that.';
  for (const field of textFields) {
    const length = lengthOf(draft[field]);
    if (length > textLimit) found[field] = tooLong(texts[field], length);
  }
  if (draft.status === 'complete' && !draft.howWeKnow && draft.evidence.every(isBlank)) found.howWeKnow = proofOwed;
  if (draft.evidence.filter((one) => !isBlank(one)).length > evidenceLimit) found.file = tooMuch;
  draft.evidence.forEach((link, index) => {
    if (link.fileName) return;
    const row = index + 1;
    if (!link.title && !link.url) return;
    if (!link.title) found[`evidenceTitle${row}`] = 'Say what this link shows.';
    if (!isWebAddress(link.url)) {
      found[`evidenceUrl${row}`] = 'Give the whole address of the page, beginning with https://';
    }
  });
  return found;
}

const isBlank = ({ title, url, fileName }: Draft['evidence'][number]) => !title && !url && !fileName;

/**
 * Everywhere else how we know is asked for and not owed: a lead who cannot tell yet should say what was done today
 * rather than nothing. Complete is the last word on a promise, and nobody asks again.
 */
const proofOwed = 'Complete means that there is evidence to show it. Say how we know, or add a link or a file.';

const tooMuch = `An update carries ${evidenceLimit} links and files at most. Take some out.`;

/** A reader counts an emoji once, whatever the computer does. */
const lengthOf = (text: string) => [...text].length;

function tooLong(name: string, length: number): string {
  const [is, limit] = [length, textLimit].map((n) => n.toLocaleString('en-GB'));
  return `${name} has ${is} characters. Shorten it to ${limit} or fewer; a longer paper can be linked as evidence.`;
}

function reasonOwed(status: Status): string {
  if (status === 'offTrack') return 'Say why it is off track. The board will read this.';
  if (status === 'stopped') return 'Say why it was stopped. The board will read this.';
  return 'Say why it got worse. The board will read this.';
}

/** Only addresses of pages: anything else could run in the reader's browser. */
export function isWebAddress(text: string): boolean {
  if (!/^https?:\/\/\S+$/i.test(text) || !URL.canParse(text)) return false;
  const url = new URL(text);
  return (url.protocol === 'https:' || url.protocol === 'http:') && url.hostname.length > 0;
}

/** The links that somebody filled in. */
export const linksOf = ({ evidence }: Pick<Draft, 'evidence'>): Link[] =>
  evidence.filter((link) => !link.fileName && (link.title || link.url)).map(({ title, url }) => ({ title, url }));

/** The files that were attached. */
export const filesOf = <E extends { fileName?: string | null }>({ evidence }: { evidence: readonly E[] }): E[] =>
  evidence.filter(({ fileName }) => Boolean(fileName));

/** True while nobody has written anything that would be lost. */
export function isEmpty(draft: Draft): boolean {
  return draft.evidence.every(isBlank) && !textFields.some((field) => draft[field]);
}

/** True when an update says word for word what the one before it said. */
export function saysTheSame(one: Draft, other: Draft): boolean {
  const saidIn = (draft: Draft) =>
    JSON.stringify([toFields(draft), filesOf(draft).map(({ title, fileName }) => [title, fileName])]);
  return saidIn(one) === saidIn(other);
}

/**
 * Both people's words in one draft: where one text holds the other it is kept, else theirs follows mine.
 * Links beyond the last row go under "what was done": nothing that anybody wrote is dropped.
 */
export function keepBoth(mine: Draft, theirs: Draft): Draft {
  const links = [...linksOf(mine)];
  for (const link of linksOf(theirs)) {
    if (!links.some((own) => own.url === link.url && own.title === link.title)) links.push(link);
  }
  const beyond = links.slice(evidenceLimit).map(({ title, url }) => `${title} ${url}`.trim());
  const both = (field: TextField) => joined(mine[field], theirs[field]);
  return {
    status: mine.status ?? theirs.status,
    reason: both('reason'),
    done: [both('done'), ...beyond].filter(Boolean).join('\n\n'),
    difference: both('difference'),
    howWeKnow: both('howWeKnow'),
    next: both('next'),
    evidence: links.slice(0, evidenceLimit),
  };
}

/** Last time's words in every answer that is still empty, so that only what is different has to be typed. */
export function startFrom(mine: Draft, last: Draft): Draft {
  const texts = Object.fromEntries(textFields.map((field) => [field, mine[field] || last[field]]));
  return { ...mine, ...texts, evidence: linksOf(mine).length > 0 ? mine.evidence : linksOf(last) };
}

function joined(mine: string, theirs: string): string {
  if (mine.includes(theirs)) return mine;
  return theirs.includes(mine) ? theirs : `${mine}\n\n${theirs}`;
}

/** A draft as the form's fields; files are kept apart, for a form cannot be filled with them. */
export function toFields(draft: Draft): Record<string, string> {
  const { status, reason, done, difference, howWeKnow, next } = draft;
  const links = linksOf(draft).flatMap((link, index) => [
    [`evidenceTitle${index + 1}`, link.title],
    [`evidenceUrl${index + 1}`, link.url],
  ]);
  return { status: status ?? '', reason, done, difference, howWeKnow, next, ...Object.fromEntries(links) };
}

/** What was said at one sending, copied in. */
export type SentContent = {
  status: Status | null;
  reason: string;
  done: string;
  difference: string;
  howWeKnow: string;
  next: string;
  evidence: { title: string; url: string; fileName: string | null }[];
};

/** The parts of an update that a revision keeps. */
export function contentOf({ status, reason, done, difference, howWeKnow, next, evidence }: Draft): SentContent {
  const kept = evidence.map(({ title, url, fileName = null }) => ({ title, url, fileName }));
  return { status, reason, done, difference, howWeKnow, next, evidence: kept };
}
