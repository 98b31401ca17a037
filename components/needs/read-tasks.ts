import type { Task } from '#components/needs/tasks.tsx';
import { day, daysBetween } from '#lib/calendar/rules.ts';
import { count, formatDate, formatDay, formatTime, isoDay } from '#lib/format.ts';
import type { Needs } from '#lib/needs/queries.ts';
import { countsByVerdict } from '#lib/promises/rules.ts';
import { verdictWords } from '#lib/promises/words.ts';

const shownOffTrack = 6;

/** What this role should read or chase, most urgent first. @param base "/portsmouth" */
export function readTasks(needs: Needs, base: string): Task[] {
  return [
    ...meetingTask(needs, base),
    ...offTrackTasks(needs, base),
    ...quietTasks(needs, base),
    ...evidenceTask(needs, base),
    ...promiseTask(needs, base),
    ...reportTask(needs, base),
  ];
}

function meetingTask({ sees, meeting, today }: Needs, base: string): Task[] {
  if (!sees.meeting || !meeting) return [];
  const days = daysBetween(today, day(isoDay(meeting.meetingAt)));
  return [
    {
      href: `${base}/themes/${meeting.themeSlug}`,
      what: `Read the dashboard of the next meeting: ${meeting.themeName}`,
      why: `The board meets on ${formatDay(meeting.meetingAt)} at ${formatTime(meeting.meetingAt)}.`,
      when: days <= 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`,
    },
  ];
}

function offTrackTasks({ offTrack, notUpdated, total, sees }: Needs, base: string): Task[] {
  if (!sees.offTrack) return [];
  const list = `${base}/commitments`;
  const rows = offTrack.slice(0, shownOffTrack).map((row) => ({
    href: `${list}/${row.slug}`,
    what: `${row.ref}: ${row.title}`,
    why: row.reason || row.done || 'No reason was given.',
    tag: { kind: 'offTrack' as const, label: 'Off track' },
  }));
  const rest = offTrack.length - rows.length;
  const more = {
    href: `${list}?standing=offTrack`,
    what: `${count(rest, 'more commitment')} off track`,
    why: 'See all that are off track.',
  };
  const quiet = {
    href: `${list}?standing=notUpdated`,
    what: `${count(notUpdated, 'commitment')} not updated`,
    why: `Nobody has confirmed how ${notUpdated} of ${total} are going since the last round.`,
    tag: { kind: 'notUpdated' as const, label: 'Not updated' },
  };
  return [...rows, ...(rest > 0 ? [more] : []), ...(notUpdated > 0 ? [quiet] : [])];
}

function quietTasks({ quiet }: Needs, base: string): Task[] {
  return quiet.map((group) => ({
    href: `${base}/commitments?priority=${group.key}&standing=notUpdated`,
    what: `${group.title}: ${count(group.count, 'commitment')} nobody has updated`,
    why: `${group.count} of ${group.total}. Ask ${group.leads.join(', ') || 'for a lead: there is none today'}.`,
    tag: { kind: 'notUpdated', label: 'Not updated' },
  }));
}

function evidenceTask({ sees, promises }: Needs, base: string): Task[] {
  const without = promises.filter((promise) => !promise.hasCurrentEvidence).length;
  if (!sees.quiet || without === 0) return [];
  return [
    {
      href: `${base}/promises/without-evidence`,
      what: `${count(without, 'promise')} without current evidence`,
      why: `${without} of ${promises.length}: see since when, and who can give it.`,
    },
  ];
}

function promiseTask({ sees, promises }: Needs, base: string): Task[] {
  if (!sees.promises || promises.length === 0) return [];
  const counts = countsByVerdict(promises.map(({ verdict }) => verdict)).filter((item) => item.count > 0);
  const said = counts.map((item) => `${item.count} ${verdictWords[item.verdict].toLowerCase()}`).join(', ');
  return [
    {
      href: `${base}/promises`,
      what: `See whether the ${promises.length} promises are being kept`,
      why: `Today: ${said}.`,
    },
  ];
}

function reportTask({ sees, report }: Needs, base: string): Task[] {
  if (!sees.reports) return [];
  if (!report) return [{ href: `${base}/reports`, what: 'Reports', why: 'No report has been frozen yet.' }];
  return [
    {
      href: `${base}/reports/${report.reportId}/editions/${report.edition}`,
      what: report.title,
      why: `Edition ${report.edition}, frozen on ${formatDate(report.frozenAt)}.`,
    },
  ];
}
