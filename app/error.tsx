'use client';

import { Problem } from '#components/site/problem.tsx';

/** A bug: says so plainly, and gives the reference under which the log holds it. */
export default function ErrorPage({ error }: { error: Error & { digest?: string } }) {
  return (
    <Problem
      title="Something went wrong"
      happened="The page could not be made. This is our mistake, not yours. Nothing was changed."
      toDo="Try again in a minute. If it happens again, tell the council’s administrator the reference."
      back={{ href: '/', label: 'Go to the front page' }}
      {...(error.digest && { reference: error.digest })}
    />
  );
}
