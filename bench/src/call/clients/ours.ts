// With all that a client does unless it is told otherwise: deadline, retries, rate limiter, timeout, checks.
import { createUsageClient } from "@ldusage/client";
import { type CallClient, request } from "../call-client.ts";

export const client: CallClient = {
  createCall(baseUrl) {
    // As many as are measured at a time: what waits for its turn costs no more, and nobody else waits.
    const usage = createUsageClient({ accessToken: request.accessToken, baseUrl, concurrency: 16 });
    return () => usage.getMauUsage({ from: request.from, to: request.to });
  },
};
