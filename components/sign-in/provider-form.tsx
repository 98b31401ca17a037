import { Button } from '#components/ui/button.tsx';

/** Signing in with the account that people use for everything else at work. */
export function ProviderForm({ to }: { to: string | null }) {
  return (
    <form method="post" action="/api/auth/provider" className="actions">
      {to && <input type="hidden" name="to" value={to} />}
      <Button>Sign in with your council account</Button>
    </form>
  );
}
