import 'server-only';
import { forbidden } from 'next/navigation';
import { type AuditFilters, whereOf } from '#lib/audit/filters.ts';
import { can } from '#lib/permissions.ts';
import { query } from '#lib/query.ts';

const eventsOnPage = 50;

const selectEvent = {
  number: true,
  at: true,
  operation: true,
  subject: true,
  hash: true,
  person: { select: { name: true } },
} as const;

/**
 * What happened, the latest first: one more than the page holds, when there are older ones.
 * @param take how many; the file takes more at once than the screen
 */
export const listEvents = query(async (viewer, db, filters: AuditFilters, take: number = eventsOnPage) => {
  if (!can.readAudit(viewer)) return forbidden();
  const events = await db.auditEvent.findMany({
    where: { councilId: viewer.councilId, ...whereOf(filters) },
    orderBy: { number: 'desc' },
    select: selectEvent,
    take: take + 1,
  });
  const older = events.length > take ? (events[take - 1]?.number ?? null) : null;
  return { events: events.slice(0, take), older };
});
export type AuditRow = Awaited<ReturnType<typeof listEvents>>['events'][number];

/** What can be chosen: the people and the operations that the trail knows. */
export const listChoices = query(async (viewer, db) => {
  if (!can.readAudit(viewer)) return forbidden();
  const { councilId } = viewer;
  const people = await db.person.findMany({
    where: { councilId, auditEvents: { some: {} } },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
  });
  const operations = await db.auditEvent.groupBy({ by: ['operation'], where: { councilId } });
  return { people, operations: operations.map(({ operation }) => operation) };
});
