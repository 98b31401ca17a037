import { formatDate } from '#lib/format.ts';
import type { Edition } from '#lib/releases/page/list.ts';

/** Something that the API answers instead of data: a status and plain words. */
export class Problem extends Error {
  readonly status: number;
  readonly title: string;
  readonly headers: readonly (readonly [string, string])[];

  constructor(status: number, title: string, detail: string, headers: Problem['headers'] = []) {
    super(detail);
    this.status = status;
    this.title = title;
    this.headers = headers;
  }
}

export class NotThere extends Problem {
  constructor(detail: string) {
    super(404, 'Not found', detail);
  }
}

export class Gone extends Problem {
  constructor({ title, edition, withdrawnAt, withdrawnReason }: Edition) {
    const when = withdrawnAt ? ` on ${formatDate(withdrawnAt)}` : '';
    super(410, 'Withdrawn', `“${title}”, edition ${edition}, was withdrawn${when}: ${withdrawnReason}`);
  }
}

export class TooOften extends Problem {
  constructor(perMinute: number, waitSeconds: number) {
    const detail = `This network has asked more than ${perMinute} times in a minute. Ask again in ${waitSeconds} seconds.`;
    super(429, 'Too many requests', detail, [['Retry-After', String(waitSeconds)]]);
  }
}

/** RFC 9457. */
export const problemText = ({ status, title, message }: Problem) =>
  JSON.stringify({ type: 'about:blank', title, status, detail: message });
