import { expect, test } from '@playwright/test';
import { asPerson } from '#tests/setup/people.ts';

test('without scripts: an officer composes and freezes a dashboard; a member reads it as at the meeting, and what changed', async ({
  browser,
}) => {
  const officer = await asPerson(browser, 'Strategy officer', { javaScriptEnabled: false });
  await officer.page.goto('/portsmouth/themes/home');
  await officer.page.getByRole('link', { name: 'Compose or freeze this dashboard' }).click();
  await officer.page.getByRole('button', { name: /^Down ?: Children in care, for every/ }).click();
  await expect(officer.page.getByRole('status')).toContainText('Saved');

  await officer.page.locator('#heading').fill('From the service');
  await officer.page.locator('#body').fill('Only two children moved far away.');
  await officer.page.getByRole('button', { name: 'Add the text' }).click();
  await expect(officer.page.getByRole('alert')).toContainText('could point at a child');
  await officer.page.locator('#body').fill('More foster homes are near the city now.');
  await officer.page.getByRole('button', { name: 'Add the text' }).click();
  await expect(officer.page.getByRole('status')).toContainText('Saved');

  await officer.page.getByRole('button', { name: 'Freeze the dashboard' }).click();
  await expect(officer.page.getByRole('status')).toContainText('Frozen by Strategy officer');
  const day = new URL(officer.page.url()).searchParams.get('as-at');
  await officer.context.close();

  const member = await asPerson(browser, 'Board member', { javaScriptEnabled: false });
  await member.page.goto(`/portsmouth/themes/home?as-at=${day}`);
  await expect(member.page.getByRole('heading', { name: 'From the service' })).toBeVisible();
  await expect(member.page.getByText('edition 1 of 1')).toBeVisible();
  await expect(member.page.getByRole('link', { name: 'Compose or freeze this dashboard' })).toHaveCount(0);
  await member.page.getByRole('link', { name: 'see what has changed since' }).click();
  await member.page.getByLabel('From').selectOption({ index: 1 });
  await member.page.getByRole('button', { name: 'Lay them side by side' }).click();
  await expect(member.page.getByRole('heading', { level: 2, name: 'Figures' })).toBeVisible();
  await member.page.goto('/portsmouth/themes/home?as-at=2001-01-01');
  await expect(member.page.getByRole('heading', { level: 1 })).toHaveText('No meeting to show on that day');
  await member.context.close();
});
