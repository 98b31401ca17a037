import { connection } from 'next/server';

const row =
  '<tr><th scope="row">Health 1</th><td>A health assessment within four weeks, then regularly</td><td><span class="tag tag-onTrack">On track</span></td><td class="number">240 of 287</td></tr>';

const prepared = new Map<number, string>();

/** Typical markup of about so many characters, made once. */
function markupOf(size: number): string {
  const known = prepared.get(size);
  if (known) return known;
  const made = `<table class="table"><tbody>${row.repeat(Math.max(1, Math.round(size / row.length)))}</tbody></table>`;
  prepared.set(size, made);
  return made;
}

/** A bare dynamic page of the same server: one ready-made string, without sign-in or database. */
export default async function BareMarkup({ params }: { params: Promise<{ size: string }> }) {
  await connection();
  const size = Math.min(1_000_000, Number((await params).size) || 0);
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the markup is the constant above
  return <main dangerouslySetInnerHTML={{ __html: markupOf(size) }} />;
}
