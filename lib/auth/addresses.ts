import 'server-only';
import { authClient } from '#lib/db.ts';

/** Every council there is, for what the product does by itself. */
export async function listCouncilIds(): Promise<string[]> {
  const councils = await authClient().council.findMany({ select: { id: true }, orderBy: { id: 'asc' } });
  return councils.map(({ id }) => id);
}

/** Where a person of this council gets mail; null for who cannot sign in. */
export async function addressOf(councilId: string, personId: string): Promise<string | null> {
  const person = await authClient().person.findUnique({
    where: { councilId_id: { councilId, id: personId } },
    select: { user: { select: { email: true } } },
  });
  return person?.user?.email ?? null;
}
