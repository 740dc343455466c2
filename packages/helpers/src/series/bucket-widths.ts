import type { Granularity } from "@ldusage/types/catalog";

/** Bucket widths, the finest first. */
export const bucketWidths: readonly Granularity[] = ["minutely", "hourly", "daily", "weekly", "monthly"];
