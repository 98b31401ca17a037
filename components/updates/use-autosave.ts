'use client';

import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { FormState } from '#lib/form-state.ts';
import { formatTime } from '#lib/format.ts';
import { saveDraft } from '#lib/updates/mutations.ts';

const quietMs = 1_500;
const patienceMs = 5_000;

const wait = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

/** A random UUID; `crypto.randomUUID` is missing where a council's test server has no https. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = Array.from(bytes, (byte, i) => {
    const value = i === 6 ? (byte & 0x0f) | 0x40 : i === 8 ? (byte & 0x3f) | 0x80 : byte;
    return value.toString(16).padStart(2, '0');
  }).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

const typedIn = (form: HTMLFormElement) =>
  JSON.stringify(
    [...new FormData(form)].filter(([name]) => !/^\$|^(version|idempotencyKey|file|fileTitle)$/.test(name)),
  );

/**
 * Saves a draft while it is typed: once the person pauses, and when they leave the page. It saves only what
 * changed, one save at a time, each with its own key, and stops once somebody else has saved the same update.
 */
export function useAutosave(form: RefObject<HTMLFormElement | null>, onSaved: (version: string) => void) {
  const [said, setSaid] = useState('');
  const [refused, setRefused] = useState<FormState>(null);
  const last = useRef('');
  const stopped = useRef(false);
  const running = useRef<Promise<void>>(Promise.resolve());

  const save = useCallback(async () => {
    const element = form.current;
    if (!element || stopped.current) return;
    const typed = typedIn(element);
    if (typed === last.current) return;
    const data = new FormData(element);
    // A file goes with its button alone, never with each save.
    const others = [...data.keys()].filter((name) => name.startsWith('$') || name === 'file');
    for (const name of others) data.delete(name);
    data.set('idempotencyKey', newKey());
    try {
      const answer = await saveDraft(null, data);
      if (answer?.savedVersion) {
        last.current = typed;
        const field = element.elements.namedItem('version');
        // At once, not at the next render: a button may be pressed in between.
        if (field instanceof HTMLInputElement) field.value = String(answer.savedVersion);
        onSaved(String(answer.savedVersion));
        setSaid(`Draft saved ${formatTime(new Date())}`);
      } else if (answer) {
        stopped.current = answer.theirs !== undefined;
        setRefused(answer.theirs ? answer : null);
        setSaid(answer.theirs ? '' : `Not saved. ${Object.values(answer.errors)[0] ?? answer.message}`);
      }
    } catch {
      setSaid('Not saved: there is no connection. Your words are still here.');
    }
  }, [form, onSaved]);

  useEffect(() => {
    const element = form.current;
    if (!element) return;
    last.current = typedIn(element);
    let timer: number | undefined;
    const now = () => {
      window.clearTimeout(timer);
      running.current = running.current.then(save);
    };
    const later = () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(now, quietMs);
    };
    const leaving = () => document.visibilityState === 'hidden' && now();
    element.addEventListener('input', later);
    window.addEventListener('online', now);
    document.addEventListener('visibilitychange', leaving);
    return () => {
      window.clearTimeout(timer);
      element.removeEventListener('input', later);
      window.removeEventListener('online', now);
      document.removeEventListener('visibilitychange', leaving);
    };
  }, [form, save]);

  /** Ends autosaving and waits for the save that is on its way, so that a button names the right version. */
  const settle = useCallback(async () => {
    stopped.current = true;
    await Promise.race([running.current, wait(patienceMs)]);
    // A form cannot be submitted again while its own submit event is still under way.
    await wait(0);
  }, []);
  /** After a refused button: what is typed from here on is saved again, unless it waits for a choice. */
  const resume = useCallback((waits: boolean) => {
    stopped.current = waits;
  }, []);
  return { said, refused, settle, resume };
}
