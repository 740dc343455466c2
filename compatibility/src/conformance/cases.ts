import { abortCases } from "./cases/aborts.ts";
import { answerCases } from "./cases/answers.ts";
import { brokenBodyCases } from "./cases/broken-bodies.ts";
import { concurrencyCases } from "./cases/concurrency.ts";
import { eventCases } from "./cases/events.ts";
import { rateLimitCases } from "./cases/rate-limits.ts";
import { redirectCases } from "./cases/redirects.ts";
import { refusalCases } from "./cases/refusals.ts";
import { requestCases } from "./cases/requests.ts";
import { retryCases } from "./cases/retries.ts";
import { secretCases } from "./cases/secrets.ts";
import { streamCases } from "./cases/streams.ts";
import { surroundingCases } from "./cases/surroundings.ts";
import { timeLimitCases } from "./cases/time-limits.ts";
import type { ConformanceCase } from "./conformance-case.ts";

/** What the client promises in every runtime. */
export const cases: readonly ConformanceCase[] = [
  ...requestCases,
  ...answerCases,
  ...streamCases,
  ...refusalCases,
  ...retryCases,
  ...rateLimitCases,
  ...timeLimitCases,
  ...abortCases,
  ...brokenBodyCases,
  ...redirectCases,
  ...concurrencyCases,
  ...eventCases,
  ...secretCases,
  ...surroundingCases,
];
