import { afterEach, expect, it, vi } from 'vitest';
import { logProblem } from '#lib/auth/log.ts';

const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
afterEach(() => write.mockClear());
const printed = () => write.mock.calls.map(([line]) => String(line)).join('');

it('prints what kind of thing went wrong, and never what it was about', () => {
  const refused = Object.assign(new Error('550 no mailbox for a.person@council.example'), {
    code: 'EENVELOPE',
  });
  logProblem('A link could not be mailed:', refused);
  logProblem('SIGNIN_EMAIL_ERROR', {
    error: refused,
    providerId: 'email',
    identifier: 'a.person@council.example',
  });
  logProblem('OAUTH_CALLBACK_ERROR', new Error("invalid_grant (User 'a.person@council.example' does not exist)"));
  logProblem('OAUTH_PARSE_PROFILE_ERROR', { OAuthProfile: { email: 'a.person@council.example' } });
  logProblem('NO_SECRET');
  expect(printed()).toBe(
    [
      'sign-in: A link could not be mailed: Error EENVELOPE',
      'sign-in: SIGNIN_EMAIL_ERROR Error EENVELOPE',
      'sign-in: OAUTH_CALLBACK_ERROR Error invalid_grant',
      'sign-in: OAUTH_PARSE_PROFILE_ERROR',
      'sign-in: NO_SECRET',
      '',
    ].join('\n'),
  );
});
