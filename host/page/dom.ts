/** Building DOM without markup strings: text only ever becomes text nodes. */

export type Child = Node | string | null | undefined | false;

type Listener = (event: never) => void;

export interface Attributes {
  readonly [name: string]: string | number | boolean | undefined | Listener;
}

/**
 * Attributes named `on…` are listeners (`onclick`), `true` sets an empty attribute, `false` and undefined set none.
 * Empty children are left out.
 */
export function element<K extends keyof HTMLElementTagNameMap>(tag: K, attributes: Attributes = {}, ...children: readonly Child[]): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(name.slice(2), value as EventListener);
    else if (value === true) made.setAttribute(name, '');
    else if (value !== undefined && value !== false) made.setAttribute(name, String(value));
  }
  made.append(...children.filter(isPresent));
  return made;
}

export function replaceChildren(parent: Element, ...children: readonly Child[]): void {
  parent.replaceChildren(...children.filter(isPresent));
}

/** A 20 px line icon; `path` is SVG path data on a 24 × 24 grid. */
export function icon(path: string): SVGSVGElement {
  const namespace = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(namespace, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS(namespace, 'path');
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
}

function isPresent(child: Child): child is Node | string {
  return child !== null && child !== undefined && child !== false;
}
