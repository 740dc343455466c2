import { expect, test } from "vitest";
import { normalise } from "../normalise/normalise.ts";
import { renderSchema } from "./render-schema.ts";

test("what may be null is typed so, however upstream says it", async () => {
  const other = { $ref: "#/components/schemas/Other" };
  const properties = {
    marked: { type: "string", nullable: true },
    listed: { type: ["string", "null"] },
    wrapped: { anyOf: [{ type: "string" }], nullable: true },
    branch: { oneOf: [{ type: "string" }, { type: "null" }] },
    reference: { anyOf: [other, { type: "null" }] },
    never: { allOf: [other] },
  };
  const schema = { $ref: "#/components/schemas/Rep" };
  const responses = { "200": { description: "", content: { "application/json": { schema } } } };
  const { document } = normalise({
    openapi: "3.1.0",
    info: { title: "t", version: "1" },
    paths: { "/api/v2/usage/widgets": { get: { operationId: "getWidgets", responses } } },
    components: { schemas: { Rep: { type: "object", properties }, Other: { type: "string" } } },
  });
  const code = await renderSchema(document);
  for (const name of ["marked", "listed", "wrapped", "branch"]) {
    expect(code).toContain(`${name}?: string | null;`);
  }
  expect(code).toContain('reference?: components["schemas"]["Other"] | null;');
  expect(code).toContain('never?: components["schemas"]["Other"];');
});
