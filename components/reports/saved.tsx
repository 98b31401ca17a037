import { Notice } from '#components/ui/notice.tsx';

const said: Record<string, string> = {
  yes: 'Saved.',
  merged: 'Saved. Somebody else had changed other texts; theirs are kept too.',
};

/** A success that is announced and is not part of what is printed. */
export function Done({ children }: { children: React.ReactNode }) {
  return (
    <div className="no-print">
      <Notice kind="success" announce>
        <p>{children}</p>
      </Notice>
    </div>
  );
}

/** What the last save did, from the address; nothing for anything else. */
export function Saved({ saved }: { saved: string | string[] | undefined }) {
  const words = typeof saved === 'string' ? said[saved.split('-')[0] ?? ''] : undefined;
  return words ? <Done>{words}</Done> : null;
}
