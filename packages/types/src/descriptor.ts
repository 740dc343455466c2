/** Width of the buckets of a time series, in the API's own words. */
export type Granularity = "minutely" | "hourly" | "daily" | "weekly" | "monthly";

/**
 * What the numbers of an operation count.
 *
 * - `distinct`: distinct keys. They add neither over time nor across groups.
 * - `distinct-pairs`: distinct pairs of a key and a value of {@link OperationDescriptor.pairDimension}.
 * - `counter`: things that happened, each in one bucket.
 * - `gauge`: things that are alive, possibly in many buckets.
 * - `list`: names, no numbers.
 * - `unknown`: not stated anywhere yet; treated as the least additive kind.
 */
export type Measure = "distinct" | "distinct-pairs" | "counter" | "gauge" | "list" | "unknown";

/** What one point of an aggregated series covers. */
export type AggregationKind = "month-to-date" | "incremental" | "rolling" | "unknown";

/** What a parameter does, whatever it is called on the wire. */
export type ParameterRole =
  | "range-start"
  | "range-end"
  | "time-zone"
  | "filter"
  | "group-by"
  | "aggregation"
  | "bucket-width"
  | "unknown";

/** Where a fact comes from: stated by the reference, or assumed by us with a reason in the spec overlay. */
export type FactSource = "documented" | "assumed";

/** One parameter of an operation. */
export interface ParameterDescriptor {
  /** Name on the wire, which is also its name in the client's parameter object. */
  readonly name: string;
  readonly place: "path" | "query";
  readonly required: boolean;
  /** Whether the parameter may be sent several times, one `name=value` pair for each value. */
  readonly repeatable: boolean;
  readonly role: ParameterRole;
  /** The accepted values where the reference lists them; absent when any text is accepted. */
  readonly values?: readonly string[];
  /** What the server uses when the parameter is not sent. */
  readonly default?: string;
  /** What a filter selects on, for example `project-key`; the same word in every operation. */
  readonly dimension?: string;
  /** Name of another parameter that must be given exactly one value when this one is given. */
  readonly requiresExactlyOne?: string;
}

/** Where a range starts when the caller does not say. */
export type RangeDefault =
  | { readonly kind: "month-start" }
  | { readonly kind: "ago"; readonly durationMs: number };

/** How the bucket width of an operation is decided. */
export type GranularityRule =
  | {
      readonly mode: "parameter";
      readonly values: readonly Granularity[];
      /** What the server uses when none is asked for; `null` when nothing states it. */
      readonly default: Granularity | null;
    }
  | { readonly mode: "age"; readonly steps: readonly GranularityStep[] }
  | { readonly mode: "fixed"; readonly value: Granularity; readonly source: FactSource }
  | { readonly mode: "none" };

/** Ranges that lie within the past `withinMs` milliseconds get this granularity; `null` means any other range. */
export interface GranularityStep {
  readonly granularity: Granularity;
  readonly withinMs: number | null;
}

/** One value of the aggregation parameter and what it may be combined with. */
export interface AggregationDescriptor {
  readonly value: string;
  readonly kind: AggregationKind;
  /** Days that a rolling window covers. */
  readonly windowDays?: number;
  readonly granularities: readonly Granularity[];
  readonly isDefault: boolean;
}

/** A way to break a series down. */
export interface GroupValue {
  /** Value of the group-by parameter, and name of the field in the response's metadata. */
  readonly value: string;
  readonly dimension: string;
  /** Metadata holds internal ids for some dimensions although filters take keys. */
  readonly form: "key" | "id";
}

export interface GroupByDescriptor {
  /** Name of the parameter; `null` when the breakdown is fixed and cannot be chosen. */
  readonly parameter: string | null;
  readonly values: readonly GroupValue[];
  /** Dimensions that come with every breakdown without being asked for. */
  readonly alwaysIncluded: readonly string[];
}

/** Which part of the usage an operation looks at. */
export interface PopulationDescriptor {
  readonly sdkSide: "client" | "server" | "any";
  readonly contextKinds: "primary" | "any";
}

export interface ListField {
  readonly name: string;
  readonly dimension: string;
}

/** What a successful response holds. */
export type ResponseDescriptor =
  | { readonly kind: "series"; readonly schema: string; readonly values: "integer" | "number" }
  | {
      readonly kind: "list";
      readonly schema: string;
      /** Member of the response that holds the list. */
      readonly property: string;
      /** Dimension of plain text items, or the fields of object items. */
      readonly items: string | readonly ListField[];
    };

/** Everything that is known of one operation. Compiled from the OpenAPI document; never written by hand. */
export interface OperationDescriptor {
  readonly operationId: string;
  /** Path template, from the host's root. */
  readonly path: string;
  readonly summary: string;
  readonly parameters: readonly ParameterDescriptor[];
  /** Unit of the range parameters on the wire; `null` when the operation takes no range. */
  readonly timeUnit: "ms" | "s" | null;
  readonly timeUnitSource: FactSource | null;
  readonly defaultFrom: RangeDefault | null;
  /** Longest range in days that one request may ask for; `null` when none is stated. */
  readonly maxRangeDays: number | null;
  /** Days that an operation without a range looks back. */
  readonly lookBackDays: number | null;
  readonly granularity: GranularityRule;
  readonly aggregations: readonly AggregationDescriptor[];
  /** What the points cover where the aggregation cannot be chosen. */
  readonly fixedAggregation: { readonly kind: AggregationKind; readonly windowDays?: number } | null;
  readonly groupBy: GroupByDescriptor | null;
  readonly measure: Measure;
  /** What is counted, in the plural: `contexts`, `minutes`; `null` when nothing states it, and for lists. */
  readonly unit: string | null;
  /** The second half of each pair that a `distinct-pairs` measure counts. */
  readonly pairDimension: string | null;
  /** Whether points may be added over disjoint buckets. */
  readonly additiveOverTime: "always" | "incremental-only" | "never";
  /** Whether groups may be added at equal time. */
  readonly additiveAcrossGroups: "yes" | "no" | "unknown" | "not-grouped";
  readonly population: PopulationDescriptor;
  readonly response: ResponseDescriptor;
  /** Statuses that the reference documents, ascending. */
  readonly statuses: readonly number[];
  readonly deprecated: boolean;
  /** The reference advises against relying on the operation, without marking it deprecated. */
  readonly retiring: boolean;
}

/** Facts about the service as a whole. */
export interface ServiceDescriptor {
  /** Base URL for each region. */
  readonly servers: Readonly<Record<"us" | "eu" | "federal", string>>;
  /** Header that carries the bare access token. */
  readonly authenticationHeader: string;
  /** Header and value without which every call of a beta operation is refused. */
  readonly versionHeader: string;
  readonly versionValue: string;
  /** Minutes of connection that are billed as one service connection, whatever the length of the month. */
  readonly minutesPerServiceConnection: number;
}
