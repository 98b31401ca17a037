import type { CouncilSettings } from '#lib/councils/settings.ts';
import { Role } from '#prisma/generated/enums.ts';

/** The roles, in the order in which they are listed. */
export const roleKinds = Object.values(Role);

const usualNames: Record<Role, string> = {
  administrator: 'Administrator',
  chair: 'Chair of the board',
  boardMember: 'Board member',
  lead: 'Lead',
  partner: 'Partner',
  youngPeople: 'Young people’s representative',
  scrutiny: 'Scrutiny viewer',
};

/** What each may do, as lib/permissions.ts decides it. */
export const roleMeanings: Record<Role, string> = {
  administrator: 'Keeps the settings, opens rounds, approves updates of others, makes the report.',
  chair: 'Reads everything that is published, and leads the board.',
  boardMember: 'Reads everything that is published.',
  lead: 'Gives updates on the commitments they lead.',
  partner: 'Works in another organisation. Gives updates on what they lead.',
  youngPeople: 'Reads everything that is published, and speaks for young people.',
  scrutiny: 'Reads everything that is published, and changes nothing.',
};

/** What this council calls a role. */
export const roleName = (
  { roleNames, vocabulary }: Pick<CouncilSettings, 'roleNames' | 'vocabulary'>,
  role: Role,
): string => roleNames[role] ?? vocabulary[`role.${role}`] ?? usualNames[role];
