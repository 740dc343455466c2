import { SpecError } from "../openapi/document.ts";

/** A source as it may be shown: without what could be a secret in a URL. */
export function sourceName(source: string): string {
  if (!/^https?:/i.test(source)) return source;
  try {
    const { origin, pathname } = new URL(source);
    return `${origin}${pathname}`;
  } catch {
    return "a URL that is not valid";
  }
}

/** An error about a source that names it as it may be shown, and nowhere as it was given. */
export function withoutSecrets(error: unknown, source: string): unknown {
  const hide = (text: string): string => text.replaceAll(source, sourceName(source));
  if (error instanceof SpecError) {
    const problem = error.message.slice(`${error.stage}: ${error.place}: `.length);
    return new SpecError(error.stage, hide(error.place), hide(problem));
  }
  return new Error(hide(error instanceof Error ? error.message : String(error)));
}
