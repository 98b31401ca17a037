import { describe, expect, it } from 'vitest';
import { readSettings } from '#lib/env.ts';

const secret = 's'.repeat(32);
const remote = 'postgres://owner:hush-hush@db.example.org/pledgeboard';
const local = 'postgres://owner:hush-hush@127.0.0.1:5432/pledgeboard';

describe('settings', () => {
  it('need nothing: a database of its own with demonstration content', () => {
    expect(readSettings({})).toMatchObject({
      PORT: 3000,
      PLEDGEBOARD_URL: 'http://localhost:3000',
      PLEDGEBOARD_DEMO: true,
      isEmbedded: true,
      isPortChosen: false,
    });
  });

  it('count an empty value as unset, and cannot be changed', () => {
    const settings = readSettings({ DATABASE_URL: '', PORT: '4000' });
    expect(settings).toMatchObject({
      isEmbedded: true,
      isPortChosen: true,
      PLEDGEBOARD_URL: 'http://localhost:4000',
    });
    expect(Object.isFrozen(settings)).toBe(true);
  });

  it('let nobody move the clock of a council that is not a demonstration', () => {
    const own = { DATABASE_URL: local, PLEDGEBOARD_SECRET: secret, PLEDGEBOARD_CLOCK: '/tmp/now' };
    expect(() => readSettings(own)).toThrow('PLEDGEBOARD_CLOCK');
    expect(readSettings({ ...own, PLEDGEBOARD_DEMO: '1' }).PLEDGEBOARD_CLOCK).toBe('/tmp/now');
  });

  it('show no demonstration content in a database of your own, unless told to', () => {
    expect(readSettings({ DATABASE_URL: local, PLEDGEBOARD_SECRET: secret }).PLEDGEBOARD_DEMO).toBe(false);
    const asked = { DATABASE_URL: local, PLEDGEBOARD_SECRET: secret, PLEDGEBOARD_DEMO: '1' };
    expect(readSettings(asked).PLEDGEBOARD_DEMO).toBe(true);
  });

  it.each([
    remote,
    'postgres://o:p@localhost/db?host=db.example.org',
    'postgres://o:p@127.0.0.1.example.org/db',
    'postgres://o:p@10.0.0.7/db',
  ])('refuse demonstration content at %s', (url) => {
    for (const name of ['DATABASE_URL', 'DATABASE_APP_URL', 'DATABASE_AUTH_URL']) {
      const urls = { DATABASE_URL: local, DATABASE_APP_URL: local, DATABASE_AUTH_URL: local, [name]: url };
      expect(() => readSettings({ ...urls, PLEDGEBOARD_SECRET: secret, PLEDGEBOARD_DEMO: '1' })).toThrow(
        /lets anyone sign in/,
      );
    }
  });

  it('take the addresses of operators as people are stored under, and none when unset', () => {
    expect(readSettings({}).PLEDGEBOARD_OPERATORS).toEqual([]);
    const given = ' First@Council.example,second@council.example';
    expect(readSettings({ PLEDGEBOARD_OPERATORS: given }).PLEDGEBOARD_OPERATORS).toEqual([
      'first@council.example',
      'second@council.example',
    ]);
  });

  it.each([
    ['PLEDGEBOARD_OPERATORS', 'first@council.example; nobody'],
    ['DATABASE_URL', 'mysql://localhost/db'],
    ['PLEDGEBOARD_SECRET', 'short'],
    ['PLEDGEBOARD_URL', 'pledges.example.org'],
    ['PORT', 'eighty'],
    ['PORT', '70000'],
    ['PLEDGEBOARD_DEMO', 'yes'],
    ['SMTP_URL', 'mail.example.org'],
    ['OIDC_ISSUER', 'login'],
  ])('name %s when it is wrong, without repeating the value', (name, value) => {
    const attempt = () => readSettings({ [name]: value });
    expect(attempt).toThrow(name);
    expect(attempt).not.toThrow(value);
  });

  it.each([
    [{ DATABASE_URL: local }, 'PLEDGEBOARD_SECRET'],
    [{ OIDC_ISSUER: 'https://login.example.org', OIDC_CLIENT_ID: 'a' }, 'OIDC_CLIENT_SECRET'],
    [{ SMTP_URL: 'smtp://localhost' }, 'MAIL_FROM'],
    [{ DATABASE_URL: local, DATABASE_APP_URL: local, PLEDGEBOARD_SECRET: secret }, 'DATABASE_AUTH_URL'],
  ])('name what is missing of what goes together', (given, missing) => {
    expect(() => readSettings(given)).toThrow(`${missing} is not set`);
  });
});
