import { connection } from 'next/server';

/** As many rows as the strategy has commitments. */
const rows = Array.from({ length: 62 }, (_, at) => ({
  ref: `Health ${at + 1}`,
  title: 'A health assessment within four weeks, then regularly',
  standing: 'On track',
  says: 'First assessments within four weeks are back to plan, and the yearly checks have caught up.',
  when: '3 Nov 2026',
}));

/** A bare dynamic page of the same server, without sign-in or database: the measure of what React costs here. */
export default async function BareRows() {
  await connection();
  return (
    <main>
      <h1>Sixty-two rows</h1>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">Ref</th>
            <th scope="col">Commitment</th>
            <th scope="col">Status</th>
            <th scope="col">What the lead says</th>
            <th scope="col">Updated</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.ref}>
              <th scope="row">{row.ref}</th>
              <td>{row.title}</td>
              <td>
                <span className="tag tag-onTrack">{row.standing}</span>
              </td>
              <td>{row.says}</td>
              <td>{row.when}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </main>
  );
}
