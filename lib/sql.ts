/** Tagged SQL and nothing else. A Prisma transaction can do the same, so reads written for this run in both. */
export type Sql = {
  $queryRaw<T>(text: TemplateStringsArray, ...values: unknown[]): Promise<T>;
  /** True where statements may leave before the one ahead is answered. */
  isPipelined?: boolean;
};

type Answers<Reads extends readonly (() => Promise<unknown>)[]> = {
  -readonly [At in keyof Reads]: Awaited<ReturnType<Reads[At]>>;
};

/** Several reads that do not need one another: at once where that is possible, else in turn. */
export async function together<const Reads extends readonly (() => Promise<unknown>)[]>(
  db: Sql,
  reads: Reads,
): Promise<Answers<Reads>> {
  if (db.isPipelined) return (await Promise.all(reads.map((read) => read()))) as Answers<Reads>;
  const answers: unknown[] = [];
  for (const read of reads) answers.push(await read());
  return answers as Answers<Reads>;
}
