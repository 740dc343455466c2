export { epochMsOf } from "./epoch-ms-of.ts";
