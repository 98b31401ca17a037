import { licenceWords } from '#lib/indicators/words/licence.ts';
import type { PublicCouncil, ReleasedSource } from '#lib/releases/content.ts';

/** Addresses that the public pages of a council need themselves: no release may have them. */
const reserved: ReadonlySet<string> = new Set(['data', 'accessibility', 'editions']);
export const isReserved = (slug: string) => reserved.has(slug);

/** True for an address part such as "health-2025". */
export const isSlug = (slug: string) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) && slug.length <= 60;

export const publicHome = (council: Pick<PublicCouncil, 'slug'>) => `/${council.slug}/public`;
export const setAddress = (council: Pick<PublicCouncil, 'slug'>, slug: string) => `${publicHome(council)}/${slug}`;
export const editionAddress = (council: Pick<PublicCouncil, 'slug'>, slug: string, edition: number) =>
  `${setAddress(council, slug)}/editions/${edition}`;
export const apiHome = (council: Pick<PublicCouncil, 'slug'>) => `/api/v1/${council.slug}`;
export const apiEdition = (council: Pick<PublicCouncil, 'slug'>, slug: string, edition: number) =>
  `${apiHome(council)}/releases/${slug}/editions/${edition}`;

const openGovernment = 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/';

/** What a licence that has not been settled is called; such figures are not ours to publish. */
const unsettled: ReadonlySet<string> = new Set(['', 'Not published']);
export const mayBePublished = ({ licence }: { licence: string }) => !unsettled.has(licence.trim());

/** A source with what must stand beside its figures wherever they are published again. */
export function attributed({
  name,
  licence,
  address,
}: Pick<ReleasedSource, 'name' | 'licence' | 'address'>): ReleasedSource {
  const isOpen = licence.endsWith('Open Government Licence v3.0');
  return {
    name,
    licence,
    address,
    licenceAddress: isOpen ? openGovernment : '',
    attribution: `Source: ${name}. ${licenceWords({ name, licence })}.`,
  };
}
