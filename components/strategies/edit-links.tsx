import { ButtonLink } from '#components/ui/button.tsx';
import { editAddress, type Noun } from '#lib/strategies/editing/fields.ts';

type Props = {
  base: string;
  strategy: string;
  noun: Noun;
  /** What the row is called; of a strategy itself nothing. */
  name?: string | number;
  /** What may be put under it. */
  adds?: readonly Noun[];
};

/** For who may change the strategy: the ways in, beside what they change. */
export function EditLinks({ base, strategy, noun, name = '', adds = [] }: Props) {
  const place = `${base}/strategies/${strategy}`;
  return (
    <p className="actions no-print">
      <ButtonLink look="secondary" href={`${place}/${editAddress(noun, name)}`}>
        Edit this {noun}
      </ButtonLink>
      {adds.map((added) => (
        <ButtonLink
          key={added}
          look="secondary"
          href={`${place}/add/${added}${name === '' ? '' : `?${added === noun ? 'parent' : noun}=${encodeURIComponent(name)}`}`}
        >
          Add a {added === noun ? `${added} under it` : added}
        </ButtonLink>
      ))}
    </p>
  );
}
