import {
  type AggregationKind,
  aggregationOfValue,
  type OperationDescriptor,
  type ServiceDescriptor,
} from "@ldusage/types/catalog";
import { cutPlace } from "./describe-facts.ts";
import { literal, propertyAccess, propertyName } from "./escape.ts";
import { renderCurl } from "./render-operation-curl.ts";
import type { DescribedOperation } from "./render-parameters.ts";
import { type SampleRange, sampleParameters, sampleRange } from "./sample-parameters.ts";

// Longer than a year, so that most operations need several requests.
const longRange: SampleRange = { from: "2025-06-01", to: "2026-11-01" };
// What a cut at months needs of a request.
const longestMonthDays = 31;

/** Calls of an operation that anyone can copy: the client's method, all of a long range, and the bare request. */
export function renderCalls(described: DescribedOperation, service: ServiceDescriptor): string {
  const { descriptor } = described;
  const { response, timeUnit } = descriptor;
  const list = response.kind === "series" ? "series" : response.property;
  const sample = sampleParameters(described, sampleRange(descriptor));
  const members = sample.map(([name, value]): [string, string] => [name, literal(value)]);
  const unit = timeUnit === "ms" ? "milliseconds" : "seconds";
  return `\`\`\`ts
import { createUsageClient } from "@ldusage/client";

const usage = createUsageClient({ accessToken: process.env.LD_ACCESS_TOKEN ?? "" });
const answer = await usage${propertyAccess(descriptor.operationId)}(${objectOf(members)});
console.log(answer${propertyAccess(list)}.length);
\`\`\`
${response.kind === "series" ? renderCollect(described) : ""}
Without the client${timeUnit === null ? "" : `, where times are in ${unit}`}:

\`\`\`sh
${renderCurl(described, service)}
\`\`\`
`;
}

/** How all of a series is had, and what is made of it. */
interface Collection {
  readonly aggregation: string | undefined;
  readonly width: "daily" | "monthly";
  readonly aggregate?: "max";
  /** What comes out, as the object of "gives". */
  readonly gives: string;
}

function renderCollect(described: DescribedOperation): string {
  const { descriptor } = described;
  const { aggregation, width, aggregate, gives } = collectionOf(descriptor);
  const roles = new Map(descriptor.parameters.map(({ name, role }) => [name, role]));
  // Data of the last days has several granularities, whatever the day.
  const isByAge = descriptor.granularity.mode === "age" && [...roles.values()].includes("range-start");
  const sample = sampleParameters(described, collectRange(descriptor, aggregation), aggregation);
  const members = sample
    .filter(([name]) => !(isByAge && roles.get(name) === "range-end"))
    .map(([name, value]): [string, string] => {
      const isStart = isByAge && roles.get(name) === "range-start";
      return [name, isStart ? "{ epochMs: fromMs }" : literal(value)];
    });
  const helpers = ["collectSeries", ...(isByAge ? ["lastDays"] : []), "resample", "toCsv"];
  const options = `{ granularity: "${width}"${aggregate === undefined ? "" : `, aggregate: "${aggregate}"`} }`;
  return `
\`collectSeries\` cuts a range where it may be cut, asks for the pieces and puts them together. \`resample\` gives
${gives}:

\`\`\`ts
import { createUsageClient } from "@ldusage/client";
import { ${helpers.join(", ")} } from "@ldusage/helpers";

const usage = createUsageClient({ accessToken: process.env.LD_ACCESS_TOKEN ?? "" });
${isByAge ? "const { fromMs } = lastDays(7, Date.now());\n" : ""}const table = await collectSeries(usage, ${literal(descriptor.operationId)}, ${objectOf(members) || "{}"});
console.log(toCsv(resample(table, ${options})));
\`\`\`
`;
}

function collectionOf(operation: OperationDescriptor): Collection {
  const { additiveOverTime, aggregations, fixedAggregation, granularity } = operation;
  const aggregationOf = (kind: AggregationKind): string | undefined =>
    aggregations.find((entry) => entry.kind === kind)?.value;
  const width = granularity.mode === "age" ? "daily" : "monthly";
  const bucket = width === "daily" ? "day" : "month";
  const increments = aggregationOf("incremental");
  if (
    additiveOverTime === "always" ||
    (additiveOverTime === "incremental-only" && increments !== undefined)
  ) {
    return { aggregation: increments, width, gives: `the sum of each ${bucket}` };
  }
  const toDate = aggregationOf("month-to-date");
  if (toDate !== undefined || fixedAggregation?.kind === "month-to-date") {
    return { aggregation: toDate, width: "monthly", gives: "what each month has reached" };
  }
  return { aggregation: undefined, width, aggregate: "max", gives: `the largest point of each ${bucket}` };
}

/** A range of many months, or a short one where it is not known how a longer one may be cut. */
function collectRange(operation: OperationDescriptor, chosen: string | undefined): SampleRange {
  const { fixedAggregation, maxRangeDays } = operation;
  const aggregation = aggregationOfValue(operation, chosen)?.kind ?? fixedAggregation?.kind;
  const place = cutPlace(operation, aggregation);
  const canBeCut = place === "day" || (place === "month" && (maxRangeDays ?? 0) >= longestMonthDays);
  return canBeCut || maxRangeDays === null ? longRange : sampleRange(operation);
}

/** The parameter object of a call, from names and code; nothing where there are none. */
function objectOf(members: readonly (readonly [string, string])[]): string {
  const lines = members.map(([name, code]) => `  ${propertyName(name)}: ${code},\n`);
  return lines.length === 0 ? "" : `{\n${lines.join("")}}`;
}
