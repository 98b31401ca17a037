/**
 * Three ways to fail (design: mutation outcomes): a Refusal the person should read, not found
 * (also for what they may not see), and a bug, which is rethrown and shown as a plain error page.
 */
export class Refusal extends Error {
  readonly errors: Record<string, string>;
  readonly theirs: Record<string, string> | undefined;

  /**
   * @param message one sentence for the top of the form
   * @param details errors by field name; theirs, what somebody else saved meanwhile
   */
  constructor(message: string, details: { errors?: Record<string, string>; theirs?: Record<string, string> } = {}) {
    super(message);
    this.name = 'Refusal';
    this.errors = details.errors ?? {};
    this.theirs = details.theirs;
  }
}
