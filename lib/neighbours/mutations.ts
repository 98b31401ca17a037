'use server';
import { clock } from '#lib/clock.ts';
import { Refusal } from '#lib/errors.ts';
import { formatDate, isoDay } from '#lib/format.ts';
import { mutation } from '#lib/mutation.ts';
import { modelsOf } from '#lib/neighbours/models.ts';
import { readSets } from '#lib/neighbours/queries.ts';
import { choiceInput, fewest, modelInput, most, regions } from '#lib/neighbours/schema.ts';
import { writeSet } from '#lib/neighbours/writing.ts';
import { can } from '#lib/permissions.ts';

const back = (viewer: { council: { slug: string } }) =>
  `/${viewer.council.slug}/settings/neighbours?saved=${crypto.randomUUID()}`;

/** Compare with councils of one's own choice from today on. What was compared before stays as it was. */
export const chooseNeighbours = mutation({
  operation: 'chooseNeighbours',
  input: choiceInput,
  load: (_viewer, db) => readSets(db),
  allow: can.chooseNeighbours,
  async run(viewer, db, { name, reason, ...ticked }, sets) {
    const chosen = regions.flatMap(({ field }) => (ticked as Record<string, string[]>)[field] ?? []);
    const own = viewer.council.code;
    const codes = [...new Set(chosen)].filter((code) => code !== own);
    if (codes.length < fewest || codes.length > most) {
      const sentence = `Choose from ${fewest} to ${most} councils. You chose ${codes.length}.`;
      throw new Refusal(sentence, { errors: { regions: sentence } });
    }
    if (sets.some((set) => set.name.toLowerCase() === name.toLowerCase())) {
      const sentence = `There is a set called “${name}” already. Give this one another name.`;
      throw new Refusal(sentence, { errors: { name: sentence } });
    }
    const members = codes.map((areaCode, at) => ({ areaCode, order: at + 1, closeness: '' }));
    const startsOn = isoDay(clock());
    await writeSet(db, viewer.councilId, { name, model: '', startsOn, source: reason, members }, viewer.personId);
    return { subject: name, to: back(viewer) };
  },
});

/** Compare by a published model from today on, again or for the first time. */
export const chooseModel = mutation({
  operation: 'chooseModel',
  input: modelInput,
  load: (_viewer, db) => readSets(db),
  allow: can.chooseNeighbours,
  async run(viewer, db, { model }, sets) {
    const found = modelsOf(viewer.council.code).find((one) => one.model === model);
    if (!found)
      throw new Refusal('This model does not list your council.', { errors: { model: 'Choose another one.' } });
    const startsOn = isoDay(clock());
    const inUse = sets.find((set) => isoDay(set.startsOn) <= startsOn);
    if (inUse?.model === model) {
      const sentence = `${inUse.name} is in use already.`;
      throw new Refusal(sentence, { errors: { model: sentence } });
    }
    const taken = (name: string) => sets.some((set) => set.name === name);
    const again = `${found.name}, again from ${formatDate(clock())}`;
    const name = [found.name, again, `${again} (${sets.length + 1})`].find((one) => !taken(one)) ?? again;
    await writeSet(db, viewer.councilId, { ...found, name, startsOn }, viewer.personId);
    return { subject: name, to: back(viewer) };
  },
});
