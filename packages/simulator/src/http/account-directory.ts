import { combinationsIn, type UsageLog } from "../account/usage-log.ts";

/** What there is in an account, read from its events, so that nothing is said twice. */
export interface AccountDirectory {
  /** Whether a dimension has a value somewhere. */
  has(dimension: string, value: string): boolean;
  /** Keys of projects, each with those of its environments, both in order. What is to come is not among them. */
  projects(nowMs: number): ReadonlyMap<string, ReadonlySet<string>>;
}

export const projectDimension = "project-key";
export const environmentDimension = "environment-key";

const dayMs = 86_400_000;
const windowMs = 7 * dayMs;
/** Events to look at for projects: large accounts have been asked often enough then. */
const mostEventsRead = 1_000_000;

/** The directory of an account. What it says is kept for the day. */
export function createDirectory(log: UsageLog): AccountDirectory {
  const values = new Map<string, ReadonlySet<string>>();
  let [readDay, projects] = [Number.NaN, new Map<string, Set<string>>()];
  return {
    has: (dimension, value) => {
      const known = values.get(dimension) ?? new Set(log.dimension(dimension).values.map(String));
      // Only the catalog's own dimensions are asked for, so that there are but a few.
      values.set(dimension, known);
      return known.has(value);
    },
    projects: (nowMs) => {
      const day = Math.floor(nowMs / dayMs);
      if (day !== readDay) [readDay, projects] = [day, readProjects(log, nowMs)];
      return projects;
    },
  };
}

/** Looks back week by week: what is in use is found at once. */
function readProjects(log: UsageLog, nowMs: number): Map<string, Set<string>> {
  const { firstMs = nowMs } = log;
  const pairs = new Map<string, Set<string>>();
  let events = 0;
  for (let toMs = nowMs; toMs > firstMs && events < mostEventsRead; toMs -= windowMs) {
    const range = { fromMs: toMs - windowMs, toMs };
    for (const { length } of log.days(range.fromMs, range.toMs)) events += length;
    for (const [project, environment] of combinationsIn(
      log,
      [projectDimension, environmentDimension],
      range,
    )) {
      const environments = pairs.get(String(project)) ?? new Set();
      pairs.set(String(project), environments.add(String(environment)));
    }
  }
  return pairs;
}
