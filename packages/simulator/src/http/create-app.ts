import { catalog, type OperationDescriptor } from "@ldusage/types/catalog";
import { Hono } from "hono";
import type { RateLimiter } from "../limits/rate-limiter.ts";
import { checkToken, checkVersion } from "./check-headers.ts";
import { Refusal } from "./error-body.ts";
import type { ReceivedRequest } from "./read-call.ts";

export interface AppOptions {
  readonly accessToken: string | undefined;
  readonly limiter: RateLimiter | undefined;
  readonly answerOf: (operation: OperationDescriptor, received: ReceivedRequest) => object;
}

/** The API, in order: whether it knows you, whether you may ask now, what you ask. */
export interface App {
  fetch(request: Request): Response | Promise<Response>;
  /** The operation whose path template a request matches, with whatever verb. */
  operationOf(request: Request): OperationDescriptor | undefined;
}

export function createApp({ accessToken, limiter, answerOf }: AppOptions): App {
  const app = new Hono();
  const operations = new Map<string, OperationDescriptor>();
  const operationOf = (request: Request): OperationDescriptor | undefined => {
    const [matches] = app.router.match(request.method, app.getPath(request));
    return matches.map(([[, { path }]]) => operations.get(path)).find((operation) => operation !== undefined);
  };
  app.use(async ({ req }, next) => {
    checkToken(req.raw.headers, accessToken);
    await next();
  });
  if (limiter !== undefined) limitRate(app, limiter, operationOf);
  app.use(async ({ req }, next) => {
    checkVersion(req.raw.headers);
    await next();
  });
  for (const operation of Object.values(catalog)) {
    const route = operation.path.replaceAll(/\{([^}]+)\}/g, ":$1");
    operations.set(route, operation);
    app.get(route, (context) => {
      const query = new URL(context.req.url).searchParams;
      return context.json(answerOf(operation, { pathValues: context.req.param(), query }));
    });
    app.all(route, () => {
      throw new Refusal(405);
    });
  }
  app.notFound(() => new Refusal(404).toResponse());
  app.onError((error) => {
    if (error instanceof Refusal) return error.toResponse();
    throw error;
  });
  return { fetch: (request) => app.fetch(request), operationOf };
}

function limitRate(app: Hono, limiter: RateLimiter, operationOf: App["operationOf"]): void {
  app.use(async (context, next) => {
    const { raw } = context.req;
    const operation = operationOf(raw);
    const verdict = limiter.admit(operation && `${raw.method} ${operation.path}`);
    if (verdict.admitted) await next();
    else context.res = new Refusal(429).toResponse();
    for (const [name, value] of Object.entries(verdict.headers)) context.res.headers.set(name, value);
  });
}
