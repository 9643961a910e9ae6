/** A bounded rectangle of cells, 0-based and half-open. */
export interface Area {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export function intersection(a: Area, b: Area): Area | null {
  const area = { top: Math.max(a.top, b.top), bottom: Math.min(a.bottom, b.bottom), left: Math.max(a.left, b.left), right: Math.min(a.right, b.right) };
  return area.top < area.bottom && area.left < area.right ? area : null;
}

/** The parts of `area` outside `hole`, at most four. */
export function difference(area: Area, hole: Area): readonly Area[] {
  const inside = intersection(area, hole);
  if (inside === null) return [area];
  return [
    { ...area, bottom: inside.top },
    { ...area, top: inside.bottom },
    { top: inside.top, bottom: inside.bottom, left: area.left, right: inside.left },
    { top: inside.top, bottom: inside.bottom, left: inside.right, right: area.right },
  ].filter((part) => part.top < part.bottom && part.left < part.right);
}

export function sameArea(a: Area, b: Area): boolean {
  return a.top === b.top && a.bottom === b.bottom && a.left === b.left && a.right === b.right;
}

export function cellsIn(area: Area): number {
  return (area.bottom - area.top) * (area.right - area.left);
}
