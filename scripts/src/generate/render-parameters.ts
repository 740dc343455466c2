import type { OperationDescriptor, ParameterDescriptor } from "@ldusage/types/catalog";
import type { OperationObject } from "../openapi/document.ts";
import { isRangeEnd } from "../openapi/is-range-end.ts";
import { banner } from "./banner.ts";
import { describeDefaultFrom } from "./describe-facts.ts";
import { commentText, literal, propertyName, typeName } from "./escape.ts";

export interface DescribedOperation {
  readonly descriptor: OperationDescriptor;
  readonly operation: OperationObject;
}

/** Plain parameter types for every operation, and the maps from operation to parameters and response. */
export function renderParameters(operations: readonly DescribedOperation[]): string {
  const map = (value: (descriptor: OperationDescriptor) => string): string =>
    operations
      .map(({ descriptor }) => `  readonly ${propertyName(descriptor.operationId)}: ${value(descriptor)};\n`)
      .join("");
  const choices = new Map<string, Choice>();
  const rendered = operations.map((described) => renderOperation(described, choices));
  return `${banner("//")}
import type { TimeInput } from "../time-input.ts";
import type { components } from "./schema.ts";

${[...choices.values()].map(({ code }) => code).join("\n")}
${rendered.join("\n")}
/** The parameter object of every operation. */
export interface OperationParameters {
${map((descriptor) => `${typeName(descriptor.operationId)}Parameters`)}}

/** Operations that answer with time series. */
export type SeriesOperationId =
${seriesIds(operations)};

/** The successful response of every operation. */
export interface OperationResponses {
${map((descriptor) => `components["schemas"][${literal(descriptor.response.schema)}]`)}}
`;
}

function seriesIds(operations: readonly DescribedOperation[]): string {
  const ids = operations.flatMap(({ descriptor }) =>
    descriptor.response.kind === "series" ? [`  | ${literal(descriptor.operationId)}`] : [],
  );
  return ids.length === 0 ? "  never" : ids.join("\n");
}

/** A choice between combinations of parameters, which many operations have alike and every compiler reads. */
interface Choice {
  readonly name: string;
  readonly code: string;
}

function renderOperation(described: DescribedOperation, choices: Map<string, Choice>): string {
  const { descriptor } = described;
  const name = `${typeName(descriptor.operationId)}Parameters`;
  const unions = [...pairUnion(descriptor), ...scopeUnions(descriptor)];
  const inUnion = new Set(unions.flatMap(({ names }) => names));
  const members = descriptor.parameters
    .filter((parameter) => !inUnion.has(parameter.name))
    .map((parameter) => renderMember(parameter, descriptionOf(described, parameter)));
  const summary = `/** Parameters of \`${commentText(descriptor.operationId)}\`. */\n`;
  if (unions.length === 0) return `${summary}export interface ${name} {\n${members.join("")}}\n`;
  const docs = (parameterName: string): string => {
    const parameter = descriptor.parameters.find((candidate) => candidate.name === parameterName);
    return parameter === undefined ? "" : descriptionOf(described, parameter);
  };
  const base = `${typeName(descriptor.operationId)}Filters`;
  const choiceNames = unions.map((union) => choiceOf(union, docs, choices).name);
  return `/** Parameters of \`${commentText(descriptor.operationId)}\` that do not depend on each other. */
export interface ${base} {
${members.join("")}}

${summary}export type ${name} = ${[base, ...choiceNames].join(" & ")};
`;
}

/** The named choice for a union: a new one, unless another operation has the same. */
function choiceOf(
  { names, branches }: Union,
  docs: (name: string) => string,
  choices: Map<string, Choice>,
): Choice {
  const code = branches.map((branch) => renderBranch(branch, docs)).join("");
  const known = choices.get(code);
  if (known !== undefined) return known;
  const name = `${typeName(names.join("-"))}Choice${choices.size + 1}`;
  const title = names.map((part) => `\`${commentText(part)}\``).join(" and ");
  const choice = {
    name,
    code: `/** What may be given as ${title} together. */\nexport type ${name} =\n${code.trimEnd()};\n`,
  };
  choices.set(code, choice);
  return choice;
}

interface Member {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
}

interface Union {
  readonly names: readonly string[];
  readonly branches: readonly (readonly Member[])[];
}

/** Combinations of aggregation and granularity that the operation accepts. */
function pairUnion({ parameters, aggregations, granularity }: OperationDescriptor): Union[] {
  const aggregation = parameters.find(({ role }) => role === "aggregation");
  const width = parameters.find(({ role }) => role === "bucket-width");
  if (aggregation === undefined || width === undefined || granularity.mode !== "parameter") return [];
  const sets = new Map(aggregations.map(({ granularities }) => [granularities.join(), granularities]));
  const branches = [...sets.values()].map((granularities) => {
    // Every aggregation that can be had in all of these, so that a choice made at run time fits one branch.
    const entries = aggregations.filter((entry) =>
      granularities.every((granularity) => entry.granularities.includes(granularity)),
    );
    return [
      {
        name: aggregation.name,
        type: entries.map(({ value }) => literal(value)).join(" | "),
        required:
          aggregations.some(({ isDefault }) => isDefault) && !entries.some(({ isDefault }) => isDefault),
      },
      {
        name: width.name,
        type: granularities.map(literal).join(" | "),
        required: granularity.default !== null && !granularities.includes(granularity.default),
      },
    ];
  });
  return [{ names: [aggregation.name, width.name], branches }];
}

/** Parameters that another one must accompany with exactly one value. */
function scopeUnions({ parameters }: OperationDescriptor): Union[] {
  return parameters.flatMap((parameter) => {
    const scope = parameters.find(({ name }) => name === parameter.requiresExactlyOne);
    if (scope === undefined) return [];
    const single = valueType(scope);
    return [
      {
        names: [scope.name, parameter.name],
        branches: [
          [
            { name: scope.name, type: parameterType(scope), required: false },
            { name: parameter.name, type: "undefined", required: false },
          ],
          [
            {
              name: scope.name,
              type: scope.repeatable ? `${single} | readonly [${single}]` : single,
              required: true,
            },
            { name: parameter.name, type: parameterType(parameter), required: true },
          ],
        ],
      },
    ];
  });
}

function renderBranch(members: readonly Member[], docs: (name: string) => string): string {
  const rendered = members.map(({ name, type, required }) => {
    const optional = required ? "" : "?";
    const absent = required || type === "undefined" ? "" : " | undefined";
    return `      /** ${docs(name)} */\n      readonly ${propertyName(name)}${optional}: ${type}${absent};\n`;
  });
  return `  | {\n${rendered.join("")}    }\n`;
}

function renderMember(parameter: ParameterDescriptor, docs: string): string {
  const optional = parameter.required ? "" : "?";
  const absent = parameter.required ? "" : " | undefined";
  return `  /** ${docs} */\n  readonly ${propertyName(parameter.name)}${optional}: ${parameterType(parameter)}${absent};\n`;
}

function parameterType(parameter: ParameterDescriptor): string {
  const value = valueType(parameter);
  if (!parameter.repeatable) return value;
  return value.includes(" | ") ? `${value} | readonly (${value})[]` : `${value} | readonly ${value}[]`;
}

function valueType(parameter: ParameterDescriptor): string {
  if (isRangeEnd(parameter)) return "TimeInput";
  if (parameter.values === undefined || parameter.values.length === 0) return "string";
  return parameter.values.map(literal).join(" | ");
}

function descriptionOf(
  { descriptor, operation }: DescribedOperation,
  parameter: ParameterDescriptor,
): string {
  if (isRangeEnd(parameter)) return rangeDocs(descriptor, parameter);
  const text = operation.parameters?.find(({ name }) => name === parameter.name)?.description;
  return commentText((text ?? `The parameter ${parameter.name}.`).replaceAll("**", ""));
}

// The unit is the client's business: callers give a time, whatever the operation wants on the wire.
function rangeDocs(descriptor: OperationDescriptor, parameter: ParameterDescriptor): string {
  if (parameter.role === "range-end") return "End of the range. Defaults to now.";
  const start = describeDefaultFrom(descriptor.defaultFrom);
  return start === "" ? "Start of the range." : `Start of the range. Defaults to ${start}.`;
}
