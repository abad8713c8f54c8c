import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { MEASURES } from './card.tsx';
import type { Scene } from './scene.ts';
import { anchored, firstView, fitted, type Size, showing, type View, zoomed } from './view.ts';

const STEP = 1.25;
/** A hand that clicks trembles; farther than this it drags. */
const TREMBLE = 4;

/** Size of an element, whenever it changes. */
function useSize(element: RefObject<SVGSVGElement>): Size | null {
  const [size, setSize] = useState<Size | null>(null);
  useLayoutEffect(() => {
    const svg = element.current;
    if (svg === null) return;
    const measure = () => setSize({ width: svg.clientWidth, height: svg.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(svg);
    return () => observer.disconnect();
  }, []);
  return size;
}

type Change = (change: (view: View) => View) => void;

/** The wheel moves the view, with Ctrl (as two fingers on a touchpad do) it zooms where the pointer is. */
function useWheel(element: RefObject<SVGSVGElement>, change: Change): void {
  useEffect(() => {
    const svg = element.current;
    if (svg === null) return;
    const turn = (event: WheelEvent) => {
      event.preventDefault();
      const box = svg.getBoundingClientRect();
      const at = { x: event.clientX - box.left, y: event.clientY - box.top };
      change((view) =>
        event.ctrlKey || event.metaKey
          ? zoomed(view, Math.exp(-event.deltaY * 0.004), at)
          : { ...view, x: view.x - event.deltaX, y: view.y - event.deltaY },
      );
    };
    // A passive listener could not keep the browser from zooming the page.
    svg.addEventListener('wheel', turn, { passive: false });
    return () => svg.removeEventListener('wheel', turn);
  }, []);
}

/** Dragging moves the view; what is released on a card is no press of it. */
function useDrag(element: RefObject<SVGSVGElement>, change: Change): void {
  useEffect(() => {
    const svg = element.current;
    if (svg === null) return;
    let from: { x: number; y: number } | null = null;
    let isDrag = false;
    const down = (event: PointerEvent) => {
      if (event.button === 0) [from, isDrag] = [{ x: event.clientX, y: event.clientY }, false];
    };
    const move = (event: PointerEvent) => {
      if (from === null) return;
      const [x, y] = [event.clientX - from.x, event.clientY - from.y];
      if (!isDrag && Math.hypot(x, y) < TREMBLE) return;
      if (!isDrag) svg.setPointerCapture(event.pointerId);
      isDrag = true;
      from = { x: event.clientX, y: event.clientY };
      change((view) => ({ ...view, x: view.x + x, y: view.y + y }));
    };
    const up = () => {
      from = null;
    };
    const click = (event: Event) => {
      if (isDrag) event.stopPropagation();
      isDrag = false;
    };
    svg.addEventListener('pointerdown', down);
    svg.addEventListener('pointermove', move);
    svg.addEventListener('pointerup', up);
    svg.addEventListener('pointercancel', up);
    svg.addEventListener('click', click, { capture: true });
    // The element goes with the page, and its listeners with it.
  }, []);
}

const goalOf = (scene: Scene) => scene.places.get(scene.order[0] ?? -1) ?? { x: 0, y: 0 };

/** What the view does when the scene is laid out anew: a card stays where it is, or all of it is shown. */
function useLayoutChange(scene: Scene, size: Size | null, setView: (view: View) => void, change: Change) {
  const wanted = useRef<number | 'all' | null>(null);
  const before = useRef(scene.places);
  useLayoutEffect(() => {
    const [what, was] = [wanted.current, before.current];
    [wanted.current, before.current] = [null, scene.places];
    if (what === null || size === null) return;
    if (what === 'all') setView(firstView(size, scene, goalOf(scene), MEASURES.height));
    else {
      const [from, to] = [was.get(what), scene.places.get(what)];
      if (from === undefined || to === undefined) return;
      // A branch that was unfolded is seen whole; of one larger than the window, its card.
      const below = scene.children[what] ?? [];
      const seen = [below.at(-1), below[0], what].flatMap((row) => scene.places.get(row ?? what) ?? []);
      change((view) =>
        seen.reduce<View>(
          (now, place) => showing(now, size, { ...MEASURES, ...place }),
          anchored(view, from, to),
        ),
      );
    }
  }, [scene]);
  return (what: number | 'all') => {
    wanted.current = what;
  };
}

/** The view on a scene, and what moves it. */
export function useView(element: RefObject<SVGSVGElement>, scene: Scene) {
  const size = useSize(element);
  const [view, setView] = useState<View | null>(null);
  const latest = useRef({ size, scene });
  latest.current = { size, scene };
  const change: Change = (work) => setView((view) => (view === null ? view : work(view)));
  useWheel(element, change);
  useDrag(element, change);
  const layOutAround = useLayoutChange(scene, size, setView, change);
  useLayoutEffect(() => {
    if (size === null || size.width === 0 || view !== null) return;
    setView(firstView(size, scene, goalOf(scene), MEASURES.height));
  }, [size]);
  const centre = () => {
    const { width = 0, height = 0 } = latest.current.size ?? {};
    return { x: width / 2, y: height / 2 };
  };
  return {
    view: view ?? { x: 0, y: 0, zoom: 1 },
    /** Says, before the scene changes, which card stays where it is. */
    layOutAround,
    closer: () => change((view) => zoomed(view, STEP, centre())),
    farther: () => change((view) => zoomed(view, 1 / STEP, centre())),
    fit: () => {
      const { size, scene } = latest.current;
      if (size !== null) setView(fitted(size, scene));
    },
    show: (row: number) => {
      const { size, scene } = latest.current;
      const place = scene.places.get(row);
      if (size !== null && place !== undefined) {
        change((view) => showing(view, size, { ...MEASURES, ...place }));
      }
    },
  };
}
