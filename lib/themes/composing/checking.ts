import 'server-only';
import type { Viewer } from '#lib/auth/viewer.ts';
import { clock } from '#lib/clock.ts';
import { Refusal } from '#lib/errors.ts';
import { isoDay } from '#lib/format.ts';
import { findings, kindWords } from '#lib/guard/rules.ts';

type Typed = { field: string; label: string; text: string };

/**
 * Nothing is saved on a dashboard that states a small number or could point at a child: every member reads it at
 * once, so nobody answers a finding afterwards.
 * @throws Refusal that names what was found in each field
 */
export function refuseUnsafe(viewer: Viewer, typed: readonly Typed[]): void {
  const options = {
    threshold: viewer.council.rules.disclosureThreshold,
    year: Number(isoDay(clock()).slice(0, 4)),
  };
  const errors = Object.fromEntries(
    typed.flatMap(({ field, label, text }) => {
      const [found] = findings([{ field, text }], options);
      const words = found && kindWords[found.kind];
      return words ? [[field, `${label}: “${found.words}”. ${words.what}. ${words.instead}`]] : [];
    }),
  );
  if (Object.keys(errors).length === 0) return;
  throw new Refusal('It is not saved: it could point at a child. Nothing that you typed is lost.', { errors });
}
