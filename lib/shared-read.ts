type Reading<Answer> = { running: Promise<Answer>; next: Promise<Answer> | null };

/**
 * A read that many ask for at the same moment is made once for all of them. Who asks while it is under way
 * waits for the next one, which begins when this one ends: nobody is told anything older than their question.
 * Only for what everybody who may ask sees alike. `key` names what is read, and for which council.
 */
export function sharedRead<Args extends unknown[], Answer>(
  key: (...args: Args) => string,
  read: (...args: Args) => Promise<Answer>,
): (...args: Args) => Promise<Answer> {
  const readings = new Map<string, Reading<Answer>>();

  function begin(name: string, args: Args): Promise<Answer> {
    const running = read(...args);
    const reading: Reading<Answer> = { running, next: null };
    readings.set(name, reading);
    const forget = () => {
      if (reading.next === null) readings.delete(name);
    };
    running.then(forget, forget);
    return running;
  }

  return (...args) => {
    const name = key(...args);
    const reading = readings.get(name);
    if (!reading) return begin(name, args);
    const again = () => begin(name, args);
    reading.next ??= reading.running.then(again, again);
    return reading.next;
  };
}
