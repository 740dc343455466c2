/** What the paths of the operations start with that this repository is about. */
export const usagePathPrefix = "/api/v2/usage/";
