import ts from "typescript";

/** What a module asks for by name, and the places where no reader can tell what it asks for. */
export interface ModuleImports {
  readonly specifiers: readonly string[];
  /** The code of imports whose name is computed, or that go round the module system. */
  readonly unreadable: readonly string[];
}

/** Calls that load a module or say where it lies, by the text of what is called. */
const loaders = new Set(["require", "require.resolve", "import.meta.resolve", "module.require"]);
/** Ways to a module that no specifier shows. */
const detours = new Set(["createRequire", "getBuiltinModule", "eval", "Function"]);

/**
 * Everything that a module imports: values and types, re-exports, `import()` in code and in types, `require` in all
 * its forms, and reference directives.
 */
export function importsOf(code: string): ModuleImports {
  const file = ts.createSourceFile("code.ts", code, ts.ScriptTarget.Latest, true);
  const directives = [...file.typeReferenceDirectives, ...file.referencedFiles];
  const specifiers = directives.map(({ fileName }) => fileName);
  const unreadable: string[] = [];
  const visit = (node: ts.Node): void => {
    const name = requestIn(node);
    if (name !== undefined) {
      if (ts.isStringLiteralLike(name)) specifiers.push(name.text);
      else unreadable.push(node.getText());
    }
    if (ts.isIdentifier(node) && detours.has(node.text) && isUse(node))
      unreadable.push(node.parent.getText());
    ts.forEachChild(node, visit);
  };
  visit(file);
  return { specifiers, unreadable };
}

/** The expression that names the module, when a node asks for one. */
function requestIn(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isExternalModuleReference(node)) return node.expression;
  if (ts.isImportTypeNode(node))
    return ts.isLiteralTypeNode(node.argument) ? node.argument.literal : node.argument;
  if (ts.isModuleDeclaration(node) && ts.isStringLiteral(node.name)) return node.name;
  if (!ts.isCallExpression(node)) return undefined;
  const called = node.expression;
  const isLoader = called.kind === ts.SyntaxKind.ImportKeyword || loaders.has(called.getText());
  return isLoader ? (node.arguments[0] ?? node) : undefined;
}

// A member that is only declared under such a name, as in `{ Function: 1 }`, loads nothing.
function isUse({ parent }: ts.Identifier): boolean {
  return (
    !ts.isPropertyAssignment(parent) && !ts.isPropertySignature(parent) && !ts.isTypeReferenceNode(parent)
  );
}
