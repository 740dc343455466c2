import { internalId } from "../account/attribute-of.ts";
import { type AccountDirectory, environmentDimension, projectDimension } from "./account-directory.ts";
import { Refusal } from "./error-body.ts";

/** The one path that is not the catalog's: names for the ids in metadata come from there. */
export const projectsPath = "/api/v2/projects";

const defaultLimit = 20;

interface Named {
  readonly _id: string;
  readonly key: string;
  readonly name: string;
}

/** A page of the account's projects, in the form that reading names for ids needs. */
export interface ProjectList {
  readonly _links: object;
  readonly items: readonly (Named & { readonly environments: readonly Named[] })[];
  /** Projects of the account, on whatever page. */
  readonly totalCount: number;
}

/** @throws Refusal for a page that cannot be. */
export function answerProjects(
  projects: ReturnType<AccountDirectory["projects"]>,
  query: URLSearchParams,
): ProjectList {
  const limit = readCount(query, "limit", 1) ?? defaultLimit;
  const offset = readCount(query, "offset", 0) ?? 0;
  const all = sorted(projects);
  const items = all.slice(offset, offset + limit).map(([key, environments]) => ({
    ...named(projectDimension, key),
    environments: sorted(environments.entries()).map(([environment]) =>
      named(environmentDimension, environment),
    ),
  }));
  const link = (start: number): object => ({
    href: `${projectsPath}?limit=${limit}&offset=${start}`,
    type: "application/json",
  });
  const next = offset + limit < all.length ? { next: link(offset + limit) } : {};
  return { _links: { self: link(offset), ...next }, items, totalCount: all.length };
}

function readCount(query: URLSearchParams, name: string, least: number): number | undefined {
  const [text, ...others] = query.getAll(name);
  if (text === undefined) return undefined;
  const isCount = others.length === 0 && /^\d{1,9}$/.test(text) && Number(text) >= least;
  if (!isCount) throw new Refusal(400, `Invalid ${name} argument: ${text}`);
  return Number(text);
}

function named(dimension: string, key: string): Named {
  return { _id: internalId(dimension, key), key, name: nameOf(key) };
}

/** `web-shop` is called `Web shop`. */
function nameOf(key: string): string {
  const words = key.replaceAll(/[-_.]+/g, " ").trim();
  return words === "" ? key : words.charAt(0).toUpperCase() + words.slice(1);
}

function sorted<Value>(entries: Iterable<readonly [string, Value]>): (readonly [string, Value])[] {
  return [...entries].sort(([left], [right]) => (left < right ? -1 : 1));
}
