'use client';

import './globals.css';
import ErrorPage from './error.tsx';

export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en-GB">
      <body>
        <title>Something went wrong – Pledgeboard</title>
        <main className="wrap">
          <ErrorPage error={error} />
        </main>
      </body>
    </html>
  );
}
