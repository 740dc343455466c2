import { catalog, type OperationDescriptor, service } from "@ldusage/types/catalog";

export const requestHeaders: Readonly<Record<string, string>> = {
  [service.authenticationHeader]: "api-bench",
  [service.versionHeader]: service.versionValue,
};

/** What there is in a simulated account, by dimension. */
const places: Readonly<Record<string, string>> = {
  "project-key": "web-shop",
  "environment-key": "production",
  "feature-flag-key": "new-checkout",
};

/** Path and query of every operation, as it is asked without any choice, and by its first group where it has some. */
export const targets: readonly string[] = Object.values(catalog).flatMap(
  ({ path, parameters, groupBy }: OperationDescriptor) => {
    const target = path.replace(/\{([^}]+)\}/g, (_match, name: string) => {
      const parameter = parameters.find((one) => one.name === name);
      return parameter?.values?.[0] ?? places[parameter?.dimension ?? ""] ?? "";
    });
    const [group] = groupBy?.values ?? [];
    const isChosen = typeof groupBy?.parameter === "string" && group !== undefined;
    return isChosen ? [target, `${target}?${groupBy.parameter}=${group.value}`] : [target];
  },
);
