import { answerJson, answerPlainly, type Exchange, type Scenario, waitMs } from "./exchange.ts";

const limited = JSON.stringify({
  code: "rate_limited",
  message: "You've exceeded the API rate limit. Try again later.",
});
const beta = "This API is in beta. To use it, your request must include the header `LD-API-Version: beta`.";
const page = "<!doctype html><html><body><h1>503 Service Unavailable</h1></body></html>";

/** How long the rate limit of a scenario lasts. */
const limitWindowMs = 600;

const budget = (remaining: number, resetInMs: number): Readonly<Record<string, string>> => ({
  "X-Ratelimit-Global-Remaining": "50",
  "X-Ratelimit-Route-Remaining": String(remaining),
  "X-Ratelimit-Reset": String(Date.now() + resetInMs),
});

const firstThenPlain =
  (first: Scenario, headers?: () => Readonly<Record<string, string>>): Scenario =>
  (exchange) =>
    exchange.number === 1 ? first(exchange) : answerPlainly(exchange, headers?.());

const busy = ({ response }: Exchange): void => {
  response.writeHead(503, { "Content-Type": "text/html" }).end(page);
};

/** Refusals, rate limits and redirects. */
export const statusScenarios = {
  /** The route's budget is spent, and the headers say until when. */
  "limited-then-plain": firstThenPlain(
    (exchange) => answerJson(exchange, 429, limited, budget(0, limitWindowMs)),
    () => budget(4, limitWindowMs),
  ),
  /** The same, but a page of another origin may not read those headers. */
  "limited-unexposed-then-plain": firstThenPlain((exchange) => {
    exchange.response.removeHeader("Access-Control-Expose-Headers");
    answerJson(exchange, 429, limited, budget(0, limitWindowMs));
  }),
  "retry-after-then-plain": firstThenPlain((exchange) =>
    answerJson(exchange, 429, limited, { "Retry-After": "1" }),
  ),
  "retry-after-an-hour": (exchange) => answerJson(exchange, 429, limited, { "Retry-After": "3600" }),
  /** A success that spends the last of the route's budget. */
  "last-of-budget": (exchange) =>
    answerPlainly(exchange, budget(exchange.number === 1 ? 0 : 4, limitWindowMs)),
  "busy-then-plain": firstThenPlain(busy),
  busy,
  forbidden: (exchange) =>
    answerJson(
      exchange,
      403,
      '{"code":"forbidden","message":"Forbidden. Access to the requested resource was denied."}',
    ),
  "beta-header-dropped": (exchange) => answerJson(exchange, 403, JSON.stringify({ message: beta })),
  /** A server that repeats the token in what it says. */
  "token-repeated": (exchange) => {
    const message = `Invalid access token ${exchange.request.headers.authorization ?? ""}`;
    answerJson(exchange, 401, JSON.stringify({ code: "unauthorized", message, id: message }));
  },
  "redirect-elsewhere": ({ response, elsewhereUrl }) => {
    response.writeHead(302, { Location: elsewhereUrl }).end();
  },
  "redirect-loop": ({ response, ownUrl }) => {
    response.writeHead(307, { Location: ownUrl }).end();
  },
  /** Slow enough that calls overlap. */
  slow: async (exchange) => {
    await waitMs(exchange, 150);
    answerPlainly(exchange);
  },
} as const satisfies Readonly<Record<string, Scenario>>;
