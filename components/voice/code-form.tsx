import { Button } from '#components/ui/button.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { TextInput } from '#components/ui/text-input.tsx';

/** Where somebody types the code that their group was given; with why the last one opened nothing. */
export function CodeForm({ problem, typed }: { problem?: string; typed?: string }) {
  return (
    <>
      <PageHeading
        title="Say what you think"
        lead="Do we keep our promises to you? Tell us. You do not say your name."
      />
      <form method="get" action="/say" className="form" noValidate>
        <ErrorSummary state={problem ? { message: '', errors: { code: problem }, values: {} } : null} />
        <TextInput
          name="code"
          label="Your code"
          hint="It has 12 letters and numbers. It looks like this: 2B4C-6D7F-8G9H. Your group gave it to you."
          error={problem}
          defaultValue={typed}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
        />
        <Button>Go on</Button>
      </form>
    </>
  );
}
