/** Bytes after gzip that a program of one call may have, by the entry that it imports. */
export const bundleBudgets = [
  { entry: "core", gzipBytes: 6_000 },
  { entry: "client", gzipBytes: 18_200 },
] as const;
