'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** Shows the page anew every other second while a file is worked on. Without a script the link beside it does so. */
export function LookAgain() {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), 2_000);
    return () => clearInterval(timer);
  }, [router]);
  return null;
}
