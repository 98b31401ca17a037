import { afterEach, describe, expect, it, vi } from 'vitest';

const settings = { PLEDGEBOARD_URL: 'http://localhost:3000', OIDC_ISSUER: undefined as string | undefined };
vi.mock('#lib/env.ts', () => ({ env: settings }));
const { contentPolicy, plainHeaders } = await import('#lib/auth/headers.ts');
const { cookieOptions, sessionCookieName } = await import('#lib/auth/cookies.ts');

afterEach(() => Object.assign(settings, { PLEDGEBOARD_URL: 'http://localhost:3000', OIDC_ISSUER: undefined }));

describe('the content security policy', () => {
  it('lets nothing run but what carries the nonce, and nothing in from elsewhere', () => {
    const policy = contentPolicy('abc', '/portsmouth');
    expect(policy).toContain("script-src 'nonce-abc' 'strict-dynamic';");
    expect(policy).not.toMatch(/unsafe|http|\*/);
    for (const rule of ["default-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"]) {
      expect(policy).toContain(rule);
    }
  });
  it('lets nothing at all run in what people attached', () => {
    const policy = contentPolicy('abc', '/portsmouth/evidence/0190a');
    expect(policy).toMatch(/^default-src 'none';.* sandbox;/);
    expect(policy).not.toMatch(/script|nonce/);
    expect(contentPolicy('abc', '/portsmouth/indicators/evidence')).toContain('nonce-abc');
  });
  it('lets the sign-in form alone lead to the identity provider', () => {
    settings.OIDC_ISSUER = 'https://login.example/tenant/v2.0';
    expect(contentPolicy('abc', '/sign-in')).toContain("form-action 'self' https://login.example;");
    expect(contentPolicy('abc', '/portsmouth')).toContain("form-action 'self';");
  });
});

describe('behind https', () => {
  it('says so for two years, and binds the cookie to this host', () => {
    expect(plainHeaders().map(([name]) => name)).not.toContain('Strict-Transport-Security');
    expect([sessionCookieName(), cookieOptions().secure]).toEqual(['pledgeboard-session', false]);
    settings.PLEDGEBOARD_URL = 'https://pledgeboard.example';
    expect(plainHeaders()).toContainEqual(['Strict-Transport-Security', 'max-age=63072000; includeSubDomains']);
    expect(sessionCookieName()).toBe('__Host-pledgeboard-session');
    expect(cookieOptions()).toEqual({ httpOnly: true, sameSite: 'lax', path: '/', secure: true });
  });
});
