import { StatusTag } from '#components/ui/status-tag.tsx';
import type { getIndicator } from '#lib/indicators/queries.ts';
import { standingLabel } from '#lib/themes/rules.ts';

type Found = Awaited<ReturnType<typeof getIndicator>>;
type Props = Pick<Found, 'commitments' | 'promises' | 'themes'> & {
  base: string;
  statuses: Parameters<typeof standingLabel>[0];
};

/** The chain from the figure onwards: what is done about it, which promise it shows, which meeting reads it. */
export function LeansOnIt({ commitments, promises, themes, base, statuses }: Props) {
  return (
    <>
      <h2>What we do about it</h2>
      {commitments.length === 0 ? (
        <p>No commitment is about this directly.</p>
      ) : (
        <ul>
          {commitments.map((one) => (
            <li key={one.id}>
              <a href={`${base}/commitments/${one.slug}`}>
                {one.ref}: {one.title}
              </a>{' '}
              <StatusTag kind={one.standing} label={standingLabel(statuses, one.standing)} />
            </li>
          ))}
        </ul>
      )}
      {promises.length > 0 && (
        <>
          <h2>The promises it tells about</h2>
          <ul>
            {promises.map((promise) => (
              <li key={promise.number}>
                <a href={`${base}/promises/${promise.number}`}>
                  {promise.number}. {promise.plainTitle}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      {themes.length > 0 && (
        <>
          <h2>Where the board reads it</h2>
          <ul>
            {themes.map((theme) => (
              <li key={theme.slug}>
                <a href={`${base}/themes/${theme.slug}`}>{theme.name}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
