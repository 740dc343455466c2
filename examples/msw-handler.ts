/**
 * Lets a simulated account answer what a program asks of LaunchDarkly, by Mock Service Worker:
 *
 *   import { http } from "msw";
 *   import { setupServer } from "msw/node";
 *   import { answerUsage, usageUrl } from "./msw-handler.ts";
 *
 *   const server = setupServer(http.all(usageUrl, answerUsage));
 *   server.listen({ onUnhandledRequest: "error" });
 *
 * Nothing here depends on MSW: any library that hands over a request and takes a response will do.
 */
import { createSimulator, type Simulator } from "@ldusage/simulator";

/** Every path of the API, at the default instance. */
export const usageUrl = "https://app.launchdarkly.com/api/v2/*";

/** Ask it what was asked (`requests`), and change it between tests (`set`, `clearRequests`). */
export const simulator: Simulator = createSimulator({ seed: 7, switches: { groupOrder: "stable" } });

/** What MSW calls for each request that it catches. */
export function answerUsage({ request }: { readonly request: Request }): Promise<Response> {
  return simulator.fetch(request);
}
