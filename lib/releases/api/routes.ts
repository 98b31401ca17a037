import 'server-only';
import type { z } from 'zod';
import { isoDay } from '#lib/format.ts';
import { Gone, NotThere } from '#lib/releases/api/problems.ts';
import { narrowed, rowsOf } from '#lib/releases/api/rows.ts';
import { type ApiEdition, answers, columns, queries } from '#lib/releases/api/schema.ts';
import { type ReleaseContent, schemaVersion, sourcesOf } from '#lib/releases/content.ts';
import type { Edition } from '#lib/releases/page/list.ts';
import { editionIn, type PublicSide, readContent } from '#lib/releases/public.ts';
import { apiEdition, apiHome, editionAddress } from '#lib/releases/rules.ts';

type Asked<Query> = { side: PublicSide; params: Record<string, string>; query: Query; self: string };
/** `rows` is the same as a table, where it can be one. */
type Answered<Answer> = { json: Answer; rows?: readonly Record<string, unknown>[] };

type Route<Query extends z.ZodObject, Answer extends z.ZodType> = {
  /** Below /api/v1; {names} stand for one part of an address. */
  path: string;
  id: string;
  summary: string;
  query: Query;
  answer: Answer;
  /** The columns of the same as a table; null where it is none. */
  csv: readonly string[] | null;
  run: (asked: Asked<z.infer<Query>>) => Promise<Answered<z.infer<Answer>>>;
};

const route = <Query extends z.ZodObject, Answer extends z.ZodType>(made: Route<Query, Answer>) =>
  made as unknown as Route<z.ZodObject, z.ZodType>;

/** Everything the API answers. The addresses, their documentation and their answers are this one table. */
export const routes = [
  route({
    path: '/{council}',
    id: 'start',
    summary: 'What there is',
    query: queries.none,
    answer: answers.start,
    csv: null,
    async run({ side, self }) {
      const home = apiHome(side.council);
      const links = {
        self,
        releases: `${home}/releases`,
        indicators: `${home}/indicators`,
        observations: `${home}/observations`,
      };
      const contents = await standing(side);
      return { json: { ...head(side, self, contents), links, openapi: '/api/v1/openapi.json' } };
    },
  }),
  route({
    path: '/{council}/releases',
    id: 'listReleases',
    summary: 'Every release and its editions, newest first; withdrawn ones are named as such',
    query: queries.list,
    answer: answers.releases,
    csv: columns.editions,
    async run({ side, query, self }) {
      const all = side.editions.map((one) => described(side, one));
      const { rows, ...page } = paged(all, query, self);
      return { json: { ...head(side, self, await standing(side)), ...page, releases: rows }, rows };
    },
  }),
  route({
    path: '/{council}/releases/{slug}',
    id: 'getRelease',
    summary: 'The newest edition of a release, and the others. 410 while the newest is withdrawn',
    query: queries.none,
    answer: answers.release,
    csv: columns.editions,
    async run({ side, params, self }) {
      const found = wanted(side, params.slug ?? '', null);
      const editions = side.editions.filter(({ slug }) => slug === found.slug).map((one) => described(side, one));
      const content = await readContent(side.council.slug, found);
      return { json: { ...head(side, self, [content]), release: described(side, found), editions }, rows: editions };
    },
  }),
  route({
    path: '/{council}/releases/{slug}/editions/{edition}',
    id: 'getEdition',
    summary: 'Everything that one edition holds. It never changes; once withdrawn it is 410',
    query: queries.none,
    answer: answers.edition,
    csv: columns.observations,
    async run({ side, params, self }) {
      const edition = Number(params.edition);
      if (!Number.isInteger(edition)) throw new NotThere('An edition is a number, such as 1.');
      const content = await readContent(side.council.slug, wanted(side, params.slug ?? '', edition));
      return { json: { ...content, ...head(side, self, [content]) }, rows: rowsOf(content) };
    },
  }),
  route({
    path: '/{council}/indicators',
    id: 'listIndicators',
    summary: 'Every figure in the newest editions, and what it means',
    query: queries.list,
    answer: answers.indicators,
    csv: columns.indicators,
    async run({ side, query, self }) {
      const contents = await standing(side);
      const all = newestIndicators(contents).map(({ indicator, release }) => ({
        key: indicator.key,
        title: indicator.title,
        question: indicator.definitions[0]?.question ?? '',
        unit: indicator.definitions[0]?.unit ?? '',
        polarity: indicator.definitions[0]?.polarity ?? '',
        source: indicator.definitions[0]?.source.name ?? '',
        licence: indicator.definitions[0]?.source.licence ?? '',
        release,
        data: `${apiHome(side.council)}/indicators/${indicator.key}`,
      }));
      const { rows, ...page } = paged(all, query, self);
      const flat = rows.map(({ release, ...rest }) => ({ ...rest, release: release.slug, edition: release.edition }));
      return { json: { ...head(side, self, contents), ...page, indicators: rows }, rows: flat };
    },
  }),
  route({
    path: '/{council}/indicators/{key}',
    id: 'getIndicator',
    summary: 'One figure, from the newest edition that holds it',
    query: queries.none,
    answer: answers.indicator,
    csv: columns.observations,
    async run({ side, params, self }) {
      const contents = await standing(side);
      const found = newestIndicators(contents).find(({ indicator }) => indicator.key === params.key);
      if (!found) throw new NotThere(`No released figure has the key “${params.key}”.`);
      const of = { ...found.content, indicators: [found.indicator] };
      const { indicator, release } = found;
      return { json: { ...head(side, self, [of]), release, indicator }, rows: rowsOf(of) };
    },
  }),
  route({
    path: '/{council}/observations',
    id: 'listObservations',
    summary: 'The values, a row each, from the newest edition that holds each figure',
    query: queries.observations,
    answer: answers.observations,
    csv: columns.observations,
    async run({ side, query, self }) {
      const found = newestIndicators(await standing(side)).map(({ content, indicator }) => ({
        ...content,
        indicators: [indicator],
      }));
      const rows = narrowed(found.flatMap(rowsOf), query);
      const { rows: observations, ...page } = paged(rows, query, self);
      const used = new Set(rows.map(({ indicator }) => indicator));
      const sources = found.filter(({ indicators: [one] }) => one && used.has(one.key));
      return { json: { ...head(side, self, sources), ...page, observations }, rows: observations };
    },
  }),
];

/** What begins every answer, with the sources of these contents. */
function head({ council: { slug, name, code } }: PublicSide, self: string, contents: readonly ReleaseContent[]) {
  const sources = sourcesOf(contents.flatMap(({ indicators }) => indicators));
  return {
    schemaVersion: schemaVersion as typeof schemaVersion,
    council: { slug, name, code },
    sources,
    links: { self },
  };
}

/** The contents of the newest edition of each set; a set whose newest edition was withdrawn has none. Newest first. */
async function standing({ council, editions }: PublicSide): Promise<ReleaseContent[]> {
  const newest = editions.filter((one) => editionIn(editions, one.slug, null) === one && !one.withdrawnAt);
  return Promise.all(newest.map((one) => readContent(council.slug, one)));
}

/** Each figure once, from the release that holds it and is newest. */
function newestIndicators(contents: readonly ReleaseContent[]) {
  const all = contents.flatMap((content) =>
    content.indicators.map((indicator) => ({
      content,
      indicator,
      release: { slug: content.release.slug, edition: content.release.edition },
    })),
  );
  return [...new Map(all.toReversed().map((one) => [one.indicator.key, one])).values()].toSorted((a, b) =>
    a.indicator.key < b.indicator.key ? -1 : 1,
  );
}

/** @throws NotThere, or Gone with when and why */
function wanted({ editions }: PublicSide, slug: string, number: number | null) {
  const found = editionIn(editions, slug, number);
  if (!found)
    throw new NotThere(`No release has the address “${slug}”${number === null ? '' : ` and the edition ${number}`}.`);
  if (found.withdrawnAt) throw new Gone(found);
  return found;
}

function described({ council, editions }: PublicSide, one: Edition): ApiEdition {
  const { slug, edition, title, releasedAt, withdrawnAt } = one;
  return {
    slug,
    edition,
    title,
    releasedOn: isoDay(releasedAt),
    withdrawnOn: withdrawnAt && isoDay(withdrawnAt),
    isNewest: editionIn(editions, slug, null)?.edition === edition,
    page: editionAddress(council, slug, edition),
    data: apiEdition(council, slug, edition),
  };
}

/** One page of a list, with links to the pages around it. */
function paged<Row>(all: readonly Row[], { page, perPage }: { page: number; perPage: number }, self: string) {
  const [path = '', search] = self.split('?');
  const to = (number: number) => {
    const query = new URLSearchParams(search);
    query.set('page', String(number));
    return `${path}?${query}`;
  };
  const pages = Math.max(1, Math.ceil(all.length / perPage));
  const links = {
    self,
    ...(page < pages && { next: to(page + 1) }),
    ...(page > 1 && { previous: to(Math.min(page - 1, pages)) }),
  };
  return { page, perPage, total: all.length, links, rows: all.slice((page - 1) * perPage, page * perPage) };
}
