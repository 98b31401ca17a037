import type { CommitmentChain } from '#lib/commitments/chain.ts';

type Related = Pick<CommitmentChain, 'children' | 'carriedFrom' | 'carriedTo'>;

/** What stands under a commitment, which one it carries on, and which one carries it on. */
export function Kin({ commitment, base }: { commitment: Related; base: string }) {
  const { children, carriedFrom, carriedTo } = commitment;
  const link = ({ slug, ref, title }: { slug: string; ref: string; title: string }) => (
    <a href={`${base}/commitments/${slug}`}>
      {ref}: {title}
    </a>
  );
  return (
    <>
      {carriedFrom && (
        <p>
          It carries on {link(carriedFrom)}, of the {carriedFrom.priority.strategy.title}.
        </p>
      )}
      {carriedTo.map((one) => (
        <p key={one.slug}>
          It was carried over to {link(one)}, of the {one.priority.strategy.title}.
        </p>
      ))}
      {children.length > 0 && (
        <>
          <h2>Commitments under it</h2>
          <ul>
            {children.map((one) => (
              <li key={one.slug}>{link(one)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
