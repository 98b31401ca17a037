import { z } from 'zod';
import { normaliseAddress } from '#lib/auth/rules.ts';
import { filled, shown, text } from '#lib/councils/schema.ts';
import { Role } from '#prisma/generated/enums.ts';

const role = z.enum(Role, 'Choose a role.');
const name = filled(120, 'The name', 'Say what the screen should call this person.');
const organisation = text(120, 'The organisation');
const does = text(300, 'What they do');

export const addPersonInput = z.object({
  name,
  email: z.string().transform(normaliseAddress).pipe(z.string('Enter an email address, like name@example.gov.uk')),
  role,
  organisation,
  does,
});

export const personInput = z.object({ shown, person: z.uuid(), name, organisation, does });

export const giveRoleInput = z.object({ person: z.uuid(), role, startsOn: z.iso.date('Enter the first day.') });

export const endRoleInput = z.object({ membership: z.uuid(), endsOn: z.iso.date('Enter the last day.') });
