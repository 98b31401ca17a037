import { Button } from '#components/ui/button.tsx';

/** A form, not a link: nothing that only looks at a page may sign somebody out. */
export function SignOutForm({ look = 'link' }: { look?: 'primary' | 'link' }) {
  return (
    <form method="post" action="/api/auth/sign-out">
      <Button look={look}>Sign out</Button>
    </form>
  );
}
