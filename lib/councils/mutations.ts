'use server';
import { z } from 'zod';
import { day } from '#lib/calendar/rules.ts';
import { clock } from '#lib/clock.ts';
import { changing, fieldsOfStatuses, loadCouncil } from '#lib/councils/changing.ts';
import { fieldsOfLanguage, languageOf } from '#lib/councils/language.ts';
import {
  languageInput,
  nameInput,
  roleNamesInput,
  rulesInput,
  statusesInput,
  wordsInput,
} from '#lib/councils/schema.ts';
import { statusKinds } from '#lib/councils/settings.ts';
import { missingBeforeReady } from '#lib/councils/steps.ts';
import { usualWords } from '#lib/councils/usual.ts';
import { Refusal } from '#lib/errors.ts';
import { isoDay } from '#lib/format.ts';
import { mutation } from '#lib/mutation.ts';
import { can } from '#lib/permissions.ts';

/** What the council is called, and its colour. */
export const saveName = mutation({
  operation: 'saveName',
  input: nameInput,
  load: loadCouncil,
  allow: can.manageCouncil,
  async run(viewer, db, input, { name, shortName, colour }) {
    return changing(viewer, db, input, { part: 'name', stands: { name, shortName, colour } });
  },
});

/** What this council calls things. Words beyond those that the screens ask for are kept. */
export const saveWords = mutation({
  operation: 'saveWords',
  input: wordsInput,
  load: loadCouncil,
  allow: can.manageCouncil,
  async run(viewer, db, { shown, ...typed }, council) {
    const stands = council.vocabulary;
    const words = Object.entries(typed as Record<string, string>);
    const usual = (key: string) => usualWords.find((word) => word.key === key)?.usual ?? '';
    const vocabulary = { ...stands, ...Object.fromEntries(words.map(([key, word]) => [key, word || usual(key)])) };
    return changing(viewer, db, { shown, ...typed }, { part: 'words', stands, data: { vocabulary } });
  },
});

/** Words to avoid and what to say instead. */
export const saveLanguage = mutation({
  operation: 'saveLanguage',
  input: languageInput,
  load: loadCouncil,
  allow: can.manageCouncil,
  async run(viewer, db, { shown, ...typed }, { language: stands }) {
    const language = languageOf(typed);
    const fields = fieldsOfLanguage(stands);
    return changing(viewer, db, { shown, ...typed }, { part: 'language', stands, fields, data: { language } });
  },
});

/** What each status is called and means. Which there are is the same everywhere: figures are counted by them. */
export const saveStatuses = mutation({
  operation: 'saveStatuses',
  input: statusesInput,
  load: loadCouncil,
  allow: can.manageCouncil,
  async run(viewer, db, { shown, ...typed }, { statuses: stands }) {
    const words = typed as Record<string, string>;
    const statuses = statusKinds.map((key) => ({
      key,
      label: words[`${key}Label`] ?? '',
      meaning: words[`${key}Meaning`] ?? '',
    }));
    const fields = fieldsOfStatuses(stands);
    return changing(viewer, db, { shown, ...typed }, { part: 'statuses', stands, fields, data: { statuses } });
  },
});

/** What this council calls each role. */
export const saveRoleNames = mutation({
  operation: 'saveRoleNames',
  input: roleNamesInput,
  load: loadCouncil,
  allow: can.manageCouncil,
  async run(viewer, db, { shown, ...typed }, { roleNames: stands }) {
    const named = Object.entries(typed as Record<string, string>).filter(([, name]) => name !== '');
    const data = { roleNames: Object.fromEntries(named) };
    return changing(viewer, db, { shown, ...typed }, { part: 'roles', stands, data });
  },
});

/** When rounds open, are due and close; who reads papers; who answers. */
export const saveRules = mutation({
  operation: 'saveRules',
  input: rulesInput,
  load: loadCouncil,
  allow: can.manageCouncil,
  async run(viewer, db, { shown, contact, ...typed }, council) {
    const stands = { ...council.rules, contact: council.contact };
    const data = { contact, rules: { ...council.kept.rules, ...typed } };
    return changing(viewer, db, { shown, contact, ...typed }, { part: 'rules', stands, data });
  },
});

/** The set-up is finished: everybody may begin. */
export const finishSetUp = mutation({
  operation: 'finishSetUp',
  input: z.object({}),
  load: async (_viewer, db) => missingBeforeReady(db),
  allow: can.manageCouncil,
  async run(viewer, db, _input, missing) {
    if (missing.length > 0) throw new Refusal(`Before the council can begin: ${missing.join('; ')}.`);
    const readyOn = day(isoDay(clock()));
    await db.council.update({ where: { id: viewer.councilId }, data: { readyOn } });
    return { subject: viewer.council.slug, to: `/${viewer.council.slug}/settings?ready=1` };
  },
});
