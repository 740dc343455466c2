import { createRandom } from "./random.ts";
import type { Shape } from "./shapes.ts";

const widthsMs = { daily: 86_400_000, hourly: 3_600_000 } as const;
const startMs = Date.UTC(2025, 0, 1);
const sdkNames = "JSClient ReactJS iOS Android Flutter ReactNative Node Java Go Python DotNet Ruby".split(
  " ",
);

/** What identifies a series of the generated responses. */
export interface SeriesIdentity {
  readonly projectId: string;
  readonly environmentId: string;
  readonly sdkName: string;
}

/**
 * A response of a shape as compact JSON, `series` last: the same bytes for the same shape and seed.
 */
export function generateResponse(shape: Shape, seed: number): Uint8Array {
  const random = createRandom(seed);
  const metadata = generateMetadata(shape.seriesCount, random);
  const memberOrder = orderMembers(shape);
  const points = Array.from({ length: shape.timeCount }, (_, row) => {
    const members = memberOrder.flatMap((index) =>
      random() < shape.missingShare ? [] : [`"${index}":${generateValue(shape, random)}`],
    );
    const time = `"time":${startMs + row * widthsMs[shape.granularity]}`;
    return `{${(shape.memberOrder === "number" ? [time, ...members] : [...members, time]).join(",")}}`;
  });
  const links = '{"self":{"href":"/api/v2/usage/service-connections","type":"application/json"}}';
  const text = `{"_links":${links},"metadata":${JSON.stringify(metadata)},"series":[${points.join(",")}]}`;
  return new TextEncoder().encode(text);
}

/** Four series for each environment, and five environments for each project. */
function generateMetadata(count: number, random: () => number): SeriesIdentity[] {
  const projectIds = Array.from({ length: Math.ceil(count / 20) }, () => generateId(random));
  const environmentIds = Array.from({ length: Math.ceil(count / 4) }, () => generateId(random));
  return Array.from({ length: count }, (_, index) => ({
    projectId: projectIds[Math.floor(index / 20)] ?? "",
    environmentId: environmentIds[Math.floor(index / 4)] ?? "",
    sdkName: sdkNames[index % sdkNames.length] ?? "",
  }));
}

function generateId(random: () => number): string {
  return Array.from({ length: 24 }, () => Math.floor(random() * 16).toString(16)).join("");
}

function generateValue({ numbers }: Shape, random: () => number): number {
  const value = 4 + random() * 89_996;
  return numbers === "integers" ? Math.floor(value) : Math.round(value * 10_000) / 10_000;
}

function orderMembers({ seriesCount, memberOrder }: Shape): string[] {
  const keys = Array.from({ length: seriesCount }, (_, index) => String(index));
  return memberOrder === "number" ? keys : keys.sort();
}
