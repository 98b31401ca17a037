/** A browser without scripts, in a few lines: it keeps cookies, and sends a form as the page wrote it. */
export class PlainBrowser {
  private readonly cookies = new Map<string, string>();
  private readonly site: string;
  /** What it says of where a form came from; null says nothing. */
  origin: string | null;

  constructor(site: string) {
    this.site = site;
    this.origin = site;
  }

  async get(path: string): Promise<string> {
    const answer = await this.send(path, { method: 'GET' });
    if (!answer.ok) throw new Error(`GET ${path} answered ${answer.status}`);
    return answer.text();
  }

  /** Whatever comes of asking for this, a refusal too. */
  ask(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return this.send(path, { method: 'GET', headers });
  }

  /**
   * Sends the form of `html` that holds `marker`, with these fields over its own.
   * @returns where it leads; null when the answer was not a redirect
   */
  async submit(path: string, html: string, marker: string, fields: Record<string, string>): Promise<string | null> {
    const form = html.split('<form').find((part) => part.split('</form>')[0]?.includes(marker));
    if (!form) throw new Error(`${path} has no form with ${marker}`);
    const body = new FormData();
    for (const [, attributes = ''] of (form.split('</form>')[0] ?? '').matchAll(/<input([^>]*)>/g)) {
      const name = attribute(attributes, 'name');
      if (name && attribute(attributes, 'type') === 'hidden') body.set(name, attribute(attributes, 'value') ?? '');
    }
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    const to = attribute(form.slice(0, form.indexOf('>')), 'action') || path;
    const answer = await this.send(to, { method: 'POST', body });
    await answer.arrayBuffer();
    return answer.status === 303 ? answer.headers.get('location') : null;
  }

  private async send(path: string, init: RequestInit): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(new URL(path, this.site), {
      ...init,
      redirect: 'manual',
      signal: AbortSignal.timeout(10_000),
      headers: { cookie, ...(this.origin !== null && { origin: this.origin }), ...(init.headers as object) },
    });
    for (const set of answer.headers.getSetCookie()) {
      const [pair = ''] = set.split(';');
      this.cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    return answer;
  }
}

/** An attribute's value as the page means it. */
function attribute(attributes: string, name: string): string | undefined {
  const found = new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1];
  return found
    ?.replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
