/** An OpenAPI document, as far as it is looked at here. */
export interface OpenApiDocument {
  readonly [member: string]: unknown;
  readonly paths: Readonly<Record<string, unknown>>;
  readonly components: {
    readonly [member: string]: unknown;
    readonly schemas: Readonly<Record<string, unknown>>;
  };
}
