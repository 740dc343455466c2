import { catalog, type OperationDescriptor } from "@ldusage/types/catalog";
import { type Context, Hono, type MiddlewareHandler } from "hono";
import { startPage } from "../page/start-page.ts";
import type { Settings } from "../settings.ts";
import type { AccountDirectory } from "./account-directory.ts";
import { answerProjects, projectsPath } from "./answer-projects.ts";
import { checkToken, checkVersion } from "./check-headers.ts";
import { errorIdOf, Refusal } from "./error-body.ts";
import { isServedIn } from "./is-served-in.ts";
import { preferredRefusal } from "./preferred-refusal.ts";
import type { ReceivedRequest } from "./read-call.ts";

export interface AppOptions {
  readonly directory: AccountDirectory;
  readonly answerOf: (
    operation: OperationDescriptor,
    received: ReceivedRequest,
    settings: Settings,
  ) => object;
}

/** The API, in order: whether it knows you, whether you may ask now, what you ask. */
export interface App {
  fetch(request: Request, settings: Settings): Response | Promise<Response>;
  /** The operation whose path template a request matches, with whatever verb. */
  operationOf(request: Request): OperationDescriptor | undefined;
}

interface Route {
  /** Path template, as the catalog writes it. */
  readonly template: string;
  readonly operation?: OperationDescriptor;
}

type Environment = { Bindings: Settings };

export function createApp({ directory, answerOf }: AppOptions): App {
  const app = new Hono<Environment>();
  const routes = new Map<string, Route>();
  const routeOf: RouteOf = (request) => {
    const [matches] = app.router.match(request.method, app.getPath(request));
    return matches.map(([[, { path }]]) => routes.get(path)).find((route) => route !== undefined);
  };
  app.get("/", ({ req, env }) => startPage(new URL(req.url).origin, env));
  app.use(async ({ req, env }, next) => {
    checkToken(req.raw.headers, env.accessToken);
    await next();
  });
  app.use(limitRate(routeOf));
  const serve = (route: Route, answer: (context: Context<Environment>) => object): void => {
    const pattern = route.template.replaceAll(/\{([^}]+)\}/g, ":$1");
    routes.set(pattern, route);
    app.use(pattern, async ({ req, env }, next) => {
      checkRoute(route, req.raw, env);
      await next();
    });
    app.get(pattern, (context) => context.json(answer(context)));
    app.all(pattern, () => {
      throw new Refusal(405);
    });
  };
  serve({ template: projectsPath }, ({ req, env }) =>
    answerProjects(directory.projects(env.now()), queryOf(req.url)),
  );
  for (const operation of Object.values(catalog)) {
    serve({ template: operation.path, operation }, ({ req, env }) =>
      answerOf(operation, { pathValues: req.param(), query: queryOf(req.url) }, env),
    );
  }
  app.notFound((context) => refuse(context, new Refusal(404)));
  app.onError((error, context) => {
    if (error instanceof Refusal) return refuse(context, error);
    throw error;
  });
  return {
    fetch: (request, settings) => app.fetch(request, settings),
    operationOf: (request) => routeOf(request)?.operation,
  };
}

type RouteOf = (request: Request) => Route | undefined;

/** What an operation looks at before the request itself; other paths need no beta header. */
function checkRoute({ operation }: Route, { headers }: Request, { switches }: Settings): void {
  if (operation !== undefined) {
    if (!isServedIn(switches.region, operation)) throw new Refusal(404);
    checkVersion(headers, switches);
  }
  const refusal = preferredRefusal(headers);
  if (refusal !== undefined) throw refusal;
}

function limitRate(routeOf: RouteOf): MiddlewareHandler<Environment> {
  return async (context, next) => {
    const { limiter, switches } = context.env;
    if (limiter === undefined) return next();
    const { raw } = context.req;
    const route = routeOf(raw);
    const verdict = limiter.admit(route && `${raw.method} ${route.template}`, switches.retryAfter);
    if (verdict.admitted) await next();
    else context.res = refuse(context, new Refusal(429));
    for (const [name, value] of Object.entries(verdict.headers)) context.res.headers.set(name, value);
  };
}

function refuse({ req, env }: Context<Environment>, refusal: Refusal): Response {
  return refusal.toResponse(env.switches.errorId ? errorIdOf(req.raw, refusal) : undefined);
}

function queryOf(url: string): URLSearchParams {
  return new URL(url).searchParams;
}
