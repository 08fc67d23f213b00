import { SaxesParser } from 'saxes';

/** An element by its local name: what a published declaration is read with, to look things up in it. */
export interface XmlNode {
  readonly name: string;
  readonly children: XmlNode[];
  text: string;
}

/** @throws Error with line and column where the text is not well-formed */
export function parseXml(content: string): XmlNode {
  const root: XmlNode = { name: '', children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name }) => {
    const node: XmlNode = { name: name.slice(name.indexOf(':') + 1), children: [], text: '' };
    open.at(-1)!.children.push(node);
    open.push(node);
  });
  parser.on('text', (text) => (open.at(-1)!.text += text));
  parser.on('closetag', () => open.pop());
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(content.replace(/^\uFEFF/, '').trim()).close();
  return root;
}

/** All elements that the names lead to, from the node down. */
export function allAt(node: XmlNode, ...path: readonly string[]): XmlNode[] {
  return path.reduce<XmlNode[]>(
    (nodes, name) => nodes.flatMap(({ children }) => children.filter((child) => child.name === name)),
    [node],
  );
}

export function textAt(node: XmlNode, ...path: readonly string[]): string {
  return allAt(node, ...path)[0]?.text.trim() ?? '';
}
