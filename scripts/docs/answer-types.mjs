/** The types of the answers, read from the source: they exist for the compiler only. */
import ts from 'typescript';

/**
 * @param {string} text of src/contract/methods.ts
 * @returns {{answers: Record<string, {data: string, comment: string}>, types: string[]}} `types` are the declarations that the answers
 *   name, directly or not, as far as they stand in the same file
 */
export function readAnswerTypes(text) {
  const file = ts.createSourceFile('methods.ts', text, ts.ScriptTarget.ES2022, true);
  const declarations = file.statements.filter((each) => ts.isInterfaceDeclaration(each) || ts.isTypeAliasDeclaration(each));
  const methodData = declarations.find((each) => each.name.text === 'MethodData');
  if (methodData === undefined || !ts.isInterfaceDeclaration(methodData)) throw new Error('src/contract/methods.ts has no interface MethodData.');
  const members = methodData.members.filter(ts.isPropertySignature);
  const answers = Object.fromEntries(members.map((member) => [nameOf(member), { data: (member.type?.getText() ?? '').replace(/readonly /g, ''), comment: commentOf(member) }]));
  const wanted = namesIn(members, declarations);
  return { answers, types: declarations.filter((each) => wanted.has(each.name.text)).map((each) => each.getText().replace(/^export /, '')) };
}

/** @param {ts.PropertySignature} member */
function nameOf(member) {
  return ts.isStringLiteral(member.name) ? member.name.text : member.name.getText();
}

/** @param {ts.PropertySignature} member */
function commentOf(member) {
  return ts.getJSDocCommentsAndTags(member).map((each) => ts.getTextOfJSDocComment(each.comment) ?? '').join(' ').trim();
}

/**
 * @param {readonly ts.Node[]} from
 * @param {readonly (ts.InterfaceDeclaration | ts.TypeAliasDeclaration)[]} declarations
 * @returns {ReadonlySet<string>}
 */
function namesIn(from, declarations) {
  /** @type {Set<string>} */
  const found = new Set();
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (ts.isTypeReferenceNode(node) && ts.isIdentifier(node.typeName) && !found.has(node.typeName.text)) {
      const { text } = node.typeName;
      const declaration = declarations.find((each) => each.name.text === text);
      if (declaration !== undefined) {
        found.add(text);
        visit(declaration);
      }
    }
    ts.forEachChild(node, visit);
  };
  from.forEach(visit);
  return found;
}
