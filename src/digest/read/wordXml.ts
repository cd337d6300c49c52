import { XMLParser } from 'fast-xml-parser';

/** An element as the parser gives it with `preserveOrder`: its name with its children, `:@` its attributes. */
export type XmlNode = Record<string, unknown>;

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  removeNSPrefix: true,
  trimValues: false,
  parseTagValue: false,
  processEntities: true,
});

/** The elements of an XML text without their namespaces' prefixes, texts as they are. */
export const parseXml = (xml: string): XmlNode[] => parser.parse(xml);

export const nameOf = (node: XmlNode): string => Object.keys(node).find(key => key !== ':@') ?? '';
export const childrenOf = (node: XmlNode): XmlNode[] => {
  const children = node[nameOf(node)];
  return Array.isArray(children) ? children : [];
};
export const attribute = (node: XmlNode, name: string): string => {
  const attributes = node[':@'];
  const value =
    typeof attributes === 'object' && attributes !== null ? Reflect.get(attributes, name) : '';
  return typeof value === 'string' ? value : '';
};

/** All texts in an element. */
export const textOf = (node: XmlNode): string =>
  nameOf(node) === '#text' ? String(node['#text']) : childrenOf(node).map(textOf).join('');
