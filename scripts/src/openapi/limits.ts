/** Nesting beyond this is nonsense, and would end in an overflow of the stack somewhere. */
export const deepestNesting = 250;

/** Largest document that is read. */
export const largestDocumentBytes = 200 * 1024 * 1024;

/** Characters that the cut of the usage operations may have with every alias written out. */
export const largestSliceSize = 64 * 1024 * 1024;

/** Longest time that a download may take, redirects and all. */
export const downloadTimeoutMs = 120_000;

/** Redirects that are followed within one host. */
export const mostRedirects = 5;
