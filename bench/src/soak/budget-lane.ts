/** A server with a budget is asked by one lane, one request after the other. */
export const budgetLane = { budget: 6, requestsInWindow: 10 } as const;

/** The status of a good request to that server, by how many came before it. */
export function budgetStatus(index: number): 200 | 429 {
  return index % budgetLane.requestsInWindow < budgetLane.budget ? 200 : 429;
}
