/**
 * A sentence of ours with other people's text in it. The two are kept apart, so that every kind of output can escape
 * what is not ours in its own way.
 */
export interface Phrase {
  /** Our text: one piece before, between and after the quotes. */
  readonly own: readonly string[];
  readonly quotes: readonly string[];
}

/** Text is quoted, numbers and phrases are taken over as they are. */
export function phrase(pieces: readonly string[], ...values: readonly (string | number | Phrase)[]): Phrase {
  const own = [pieces[0] ?? ""];
  const quotes: string[] = [];
  const extend = (text: string): void => {
    own.push(`${own.pop() ?? ""}${text}`);
  };
  for (const [index, value] of values.entries()) {
    if (typeof value === "number") extend(String(value));
    else if (isPhrase(value)) {
      extend(value.own[0] ?? "");
      quotes.push(...value.quotes);
      own.push(...value.own.slice(1));
    } else {
      // Facts of the overlay are not checked in every detail: what should be text may be anything.
      quotes.push(typeof value === "string" ? value : (JSON.stringify(value) ?? "nothing"));
      own.push("");
    }
    extend(pieces[index + 1] ?? "");
  }
  return { own, quotes };
}

function isPhrase(value: unknown): value is Phrase {
  return (
    typeof value === "object" &&
    value !== null &&
    Object.hasOwn(value, "own") &&
    Object.hasOwn(value, "quotes")
  );
}

/** Text of ours, which needs no escaping. */
export function plain(text: string): Phrase {
  return { own: [text], quotes: [] };
}

const mostListed = 20;

/** Quotes as they are spoken: `a`, `b` and `c`. A long list is cut, and says so. */
export function quoteList(values: readonly string[]): Phrase {
  const [first, ...rest] = values.slice(0, mostListed);
  if (first === undefined) return plain("none");
  const more = values.length - mostListed;
  const list = rest.reduce(
    (spoken, value, index) =>
      index === rest.length - 1 && more <= 0 ? phrase`${spoken} and ${value}` : phrase`${spoken}, ${value}`,
    phrase`${first}`,
  );
  return more > 0 ? phrase`${list} and ${more} more` : list;
}

/** A JSON value in a sentence. */
export function quoteJson(value: unknown): Phrase {
  if (value === undefined || value === null) return plain("nothing");
  return phrase`${typeof value === "string" ? value : JSON.stringify(value)}`;
}
