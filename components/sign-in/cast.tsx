import { Button } from '#components/ui/button.tsx';

type Person = { personId: string; name: string; does: string | null; organisation: string | null };

/** The people of a demonstration council, each with a button that signs in as them. */
export function Cast({ council, people, to }: { council: string; people: Person[]; to: string | null }) {
  return (
    <section aria-label={council}>
      <h3>{council}</h3>
      <ul className="grid gap-x-10 md:grid-cols-2 xl:grid-cols-3">
        {people.map((person) => (
          <li key={person.personId} className="border-t border-line pt-4 pb-5">
            <form method="post" action="/api/auth/demo">
              <input type="hidden" name="person" value={person.personId} />
              {to && <input type="hidden" name="to" value={to} />}
              <Button look="secondary" aria-describedby={`does-${person.personId}`}>
                <span className="hidden-words">Sign in as </span>
                {person.name}
              </Button>
            </form>
            <p id={`does-${person.personId}`} className="mt-2 mb-0">
              {person.does}
            </p>
            {person.organisation !== council && <p className="soft mb-0">{person.organisation}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
