import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day, daysBetween, isWorkingDay } from '#lib/calendar/rules.ts';
import { type Due, isDaytime, messagesDue, type Owed, type Told } from '#lib/rounds/reminders.ts';

const round = { id: 'r', opensOn: day('2026-10-27'), dueOn: day('2026-11-17'), closesOn: day('2026-11-23') };
const rules = {
  remindWorkingDaysBeforeDue: [5],
  remindWorkingDaysAfterDue: [1, 4],
  messageGapDays: 5,
  escalateWorkingDaysAfterDue: { deputy: 1, organisation: 2, administrator: 3 },
};
const owes = (slug: string, leads: string[], more: Partial<Owed> = {}): Owed => ({
  slug,
  ref: slug,
  title: slug,
  leads,
  deputies: [],
  organisation: [],
  ...more,
});

/** Lives through the days as the job worker does: what is due is told at once. @param owedOn what is owed on a day */
function live(owedOn: (date: Date) => Owed[], told: Told[] = [], days = { from: '2026-10-20', to: '2026-12-01' }) {
  const log: (Due & { on: Date })[] = [];
  for (let today = day(days.from); today <= day(days.to); today = addDays(today, 1)) {
    const due = messagesDue({ round, rules, owed: owedOn(today), administrators: ['admin'], told, today });
    for (const one of due) {
      log.push({ ...one, on: today });
      told.push({ personId: one.personId, key: one.key, on: today });
    }
  }
  return log;
}
const lines = (log: ReturnType<typeof live>) =>
  log.map(({ personId, kind, on }) => `${on.toISOString().slice(5, 10)} ${personId} ${kind}`);

describe('a round that nobody answers', () => {
  const owed = [
    owes('home-1', ['lead'], { deputies: ['deputy'], organisation: ['partner'] }),
    owes('home-2', ['lead']),
  ];
  const log = live(() => owed);

  it('opens, reminds, and goes to the deputy, the organisation and the administrator in this order', () => {
    expect(lines(log)).toEqual([
      '10-27 lead roundOpened',
      '11-10 lead roundReminder',
      '11-18 lead roundOverdue',
      '11-18 deputy roundEscalated',
      '11-19 partner roundEscalated',
      '11-20 admin roundEscalated',
      '11-23 lead roundOverdue',
    ]);
  });

  it('tells each everything that is theirs in one message', () => {
    const about = (personId: string) => log.find((one) => one.personId === personId)?.owed.map(({ slug }) => slug);
    expect(about('lead')).toEqual(['home-1', 'home-2']);
    expect(about('deputy')).toEqual(['home-1']);
    expect(about('admin')).toEqual(['home-1', 'home-2']);
  });
});

describe('a message', () => {
  it('goes to nobody who has sent everything, and to nobody before or after the round', () => {
    const answered = live((date) => (date < day('2026-11-05') ? [owes('home-1', ['lead'])] : []));
    expect(lines(answered)).toEqual(['10-27 lead roundOpened']);
  });

  it('waits for the gap after a nudge, and is passed over when a later one has taken its place', () => {
    const told = [
      { personId: 'lead', key: 'roundOpened r', on: day('2026-10-27') },
      { personId: 'lead', key: 'nudge r 2026-11-16', on: day('2026-11-16') },
    ];
    const log = live(() => [owes('home-1', ['lead'])], told, { from: '2026-11-16', to: '2026-11-30' });
    expect(lines(log)).toEqual(['11-20 admin roundEscalated', '11-23 lead roundOverdue']);
    expect(log[1]?.key).toBe('roundOverdue r 2026-11-17 +4');
  });

  it('says that the round is open to who leads something only since', () => {
    const handedOver = live((date) => (date < day('2026-11-11') ? [] : [owes('home-1', ['new'])]));
    expect(lines(handedOver)[0]).toBe('11-11 new roundOpened');
  });

  it('says at once that it is late where nothing was said before', () => {
    const log = live(() => [owes('home-1', ['lead'])], [], { from: '2026-11-18', to: '2026-11-18' });
    expect(lines(log)).toEqual(['11-18 lead roundOverdue']);
  });

  it('reminds of a new due day when it was moved', () => {
    const told = [
      { personId: 'lead', key: 'roundOpened r', on: day('2026-10-27') },
      { personId: 'lead', key: 'roundReminder r 2026-11-10 -5', on: day('2026-11-03') },
    ];
    expect(lines(live(() => [owes('home-1', ['lead'])], told))[0]).toBe('11-10 lead roundReminder');
  });

  it('does not come at night', () => {
    expect(isDaytime(new Date('2026-07-01T07:00:00Z'))).toBe(true);
    expect(isDaytime(new Date('2026-12-01T07:59:00Z'))).toBe(false);
    expect(isDaytime(new Date('2026-12-01T18:00:00Z'))).toBe(false);
  });
});

describe('whatever is owed by whom, and however the gap is set', () => {
  const person = fc.constantFrom('a', 'b', 'c', 'd', 'admin');
  const commitment = fc.record({
    leads: fc.uniqueArray(person, { maxLength: 2 }),
    deputies: fc.uniqueArray(person, { maxLength: 2 }),
    organisation: fc.uniqueArray(person, { maxLength: 2 }),
    /** Days after the opening when it is sent. */
    sentAfter: fc.integer({ min: 0, max: 60 }),
  });
  const nudges = fc.array(fc.record({ personId: person, after: fc.integer({ min: 0, max: 30 }) }), { maxLength: 3 });

  it('nobody gets two within the gap, none twice, none at a weekend, and none about what was sent', () => {
    fc.assert(
      fc.property(fc.array(commitment, { maxLength: 6 }), nudges, (commitments, asked) => {
        const told: Told[] = [];
        for (let today = round.opensOn; today <= round.closesOn; today = addDays(today, 1)) {
          const passed = daysBetween(round.opensOn, today);
          const owed = commitments
            .map((one, i) => ({ ...owes(`c-${i}`, one.leads, one), sentAfter: one.sentAfter }))
            .filter((one) => one.sentAfter > passed);
          for (const { personId } of asked.filter(({ after }) => after === passed)) {
            // The officer's button keeps the gap too.
            if (told.some((one) => one.personId === personId && daysBetween(one.on, today) < 5)) continue;
            told.push({ personId, key: `nudge ${passed}`, on: today });
          }
          for (let tick = 0; tick < 2; tick++) {
            const due = messagesDue({ round, rules, owed, administrators: ['admin'], told, today });
            if (tick === 1) expect(due).toEqual([]);
            for (const one of due) {
              expect(isWorkingDay(today)).toBe(true);
              expect(one.owed.length).toBeGreaterThan(0);
              for (const { slug } of one.owed) expect(owed.map((each) => each.slug)).toContain(slug);
              told.push({ personId: one.personId, key: one.key, on: today });
            }
          }
        }
        for (const one of told) {
          const others = told.filter((other) => other !== one && other.personId === one.personId);
          for (const other of others) {
            expect(Math.abs(daysBetween(one.on, other.on))).toBeGreaterThanOrEqual(5);
            expect(other.key).not.toBe(one.key);
          }
        }
      }),
    );
  });

  it('nobody further up is told before their day has come', () => {
    const earliest = { deputy: '2026-11-18', organisation: '2026-11-19', administrator: '2026-11-20' };
    fc.assert(
      fc.property(fc.array(commitment, { minLength: 1, maxLength: 6 }), (commitments) => {
        for (const { level, on } of live(() => commitments.map((one, i) => owes(`c-${i}`, one.leads, one)))) {
          if (level !== 'lead') expect(on >= day(earliest[level])).toBe(true);
        }
      }),
    );
  });
});
