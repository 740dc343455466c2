import type { CaseResult, ReceivedRequest } from "../conformance-case.ts";

const betaName = "server: each request had the beta header, once";
const tokenName = "server: each request had the bare token, once";

/** Names of the results that {@link checkHeadersSent} gives. */
export const headerCheckNames: readonly string[] = [betaName, tokenName];

/** What the server's log must show after all cases, whatever they did. */
export function checkHeadersSent(
  received: readonly ReceivedRequest[],
  accessToken: string,
): readonly CaseResult[] {
  // Cases also look at a scenario without the client, at a path that is not the API's.
  const requests = received.filter(({ url }) => url.startsWith("/api/"));
  const check = (name: string, isRight: (request: ReceivedRequest) => boolean): CaseResult => {
    if (requests.length === 0) return { name, failure: "the server has received no request at all" };
    const wrong = requests.filter((request) => !isRight(request));
    if (wrong.length === 0) return { name };
    const first = JSON.stringify(wrong[0]);
    return { name, failure: `${wrong.length} of ${requests.length} requests had not, first ${first}` };
  };
  return [
    check(betaName, ({ apiVersion }) => apiVersion.length === 1 && apiVersion[0] === "beta"),
    check(tokenName, ({ authorization }) => {
      const [token = "", ...more] = authorization;
      // Cases that change tokens add to the end of the one that they were given.
      return more.length === 0 && token.startsWith(accessToken) && !token.includes(" ");
    }),
  ];
}
