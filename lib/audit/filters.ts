import { TZDate } from '@date-fns/tz';
import { z } from 'zod';
import { addDays, day } from '#lib/calendar/rules.ts';

/** Stands for the events that no person did: by a group's link, and by the product itself. */
export const nobody = 'nobody';

const optional = <T extends z.ZodType>(shape: T) =>
  z.union([z.literal('').transform(() => undefined), shape]).optional();
const shape = z.object({
  person: optional(z.union([z.literal(nobody), z.uuid()])).catch(undefined),
  operation: optional(z.string().max(100)).catch(undefined),
  subject: optional(z.string().trim().max(200)).catch(undefined),
  from: optional(z.iso.date()).catch(undefined),
  to: optional(z.iso.date()).catch(undefined),
  /** The page: events with a smaller number than this. */
  before: optional(z.coerce.number().int().min(1).max(2_147_483_647)).catch(undefined),
});
export type AuditFilters = z.infer<typeof shape>;

/** The filters of an address. What it cannot mean is left out, so that any address shows something. */
export const readFilters = (asked: Record<string, unknown>): AuditFilters => shape.parse(asked);

/** The filters as an address holds them, with these put in their place. */
export function addressOf(filters: AuditFilters, change: Partial<AuditFilters> = {}): string {
  const all = Object.entries({ ...filters, ...change }).filter(([, value]) => value !== undefined && value !== '');
  return all.length === 0 ? '' : `?${new URLSearchParams(all.map(([name, value]) => [name, String(value)]))}`;
}

/** What the rows must be like. Days are London's: from the first moment of `from` to the last of `to`. */
export function whereOf({ person, operation, subject, from, to, before }: AuditFilters) {
  return {
    ...(person && { personId: person === nobody ? null : person }),
    ...(operation && { operation }),
    ...(subject && { subject: { contains: subject, mode: 'insensitive' as const } }),
    ...((from || to) && {
      at: { ...(from && { gte: startOf(day(from)) }), ...(to && { lt: startOf(addDays(day(to), 1)) }) },
    }),
    ...(before && { number: { lt: before } }),
  };
}

/** The moment at which a day begins in London. */
function startOf(date: Date): Date {
  const [year, month, dayOfMonth] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  return new Date(new TZDate(year, month, dayOfMonth, 'Europe/London').getTime());
}
