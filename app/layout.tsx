import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import './globals.css';

export const metadata: Metadata = {
  title: { default: 'Pledgeboard', template: '%s – Pledgeboard' },
  description: 'Keeps a council’s promises to the children it cares for in plain sight.',
  icons: { icon: '/favicon.svg' },
  robots: { index: false },
};

export const viewport: Viewport = { colorScheme: 'light dark' };

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en-GB">
      <body>{children}</body>
    </html>
  );
}
