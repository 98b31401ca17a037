import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';

/**
 * Next fills X-Forwarded-For from the socket only when the sender did not, so a sender could be any network it
 * likes. Here every request gets its socket's address as the last entry, before Next sees it.
 */
export function appendSocketAddress(): void {
  // Development loads this file anew after each change; one listener must stay one.
  const store = globalThis as unknown as { pledgeboardOnRequest?: (message: unknown) => void };
  if (store.pledgeboardOnRequest) unsubscribe(channel, store.pledgeboardOnRequest);
  store.pledgeboardOnRequest = (message) => {
    const { headers, socket } = (message as { request: IncomingMessage }).request;
    const sent = headers['x-forwarded-for'];
    headers['x-forwarded-for'] = [sent, socket.remoteAddress].flat().filter(Boolean).join(', ');
  };
  subscribe(channel, store.pledgeboardOnRequest);
}

const channel = 'http.server.request.start';
