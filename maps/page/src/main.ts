// Wiring of the page: MapLibre below, marks and overlay above, one long poll in, short reports out. The page keeps no
// truth: whatever happens to it, the next page asks for everything again.
import { Map as MapLibreMap, prewarm, setWorkerUrl } from 'maplibre-gl';
import styleFile from '../../style/style.json';
import { fromMapLibreZoom, maxZoom, minZoom, sameView, toMapLibreZoom, type Camera } from './camera.ts';
import { hatch } from './hatch.ts';
import { listen, report } from './link.ts';
import { MarkLayer } from './marks.ts';
import type { Ground, Head, Look, Message } from './message.ts';
import { OverlayCanvas } from './overlay.ts';
import { buildStyle, gridLayer, hatchColour, hatchImage, outlines, type StyleSource } from './style.ts';

const source = styleFile as unknown as StyleSource;
const element = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;
// A frame is a while under way to the screen, and only so many may be under way: once this many more have been drawn, each
// with something on it, the first of them has arrived.
const framesUnderWay = 5;
const nextFrame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));

class Page {
  private map: MapLibreMap | undefined;
  private readonly marks = new MarkLayer(element<HTMLCanvasElement>('marks'));
  private readonly overlay = new OverlayCanvas(element<HTMLCanvasElement>('overlay'));
  private look: Look | undefined;
  private ground: Ground | undefined;
  private tones = new Map<number, number>();
  private usedTones = new Set<number>();
  private serial = 0;
  private reported: Camera | undefined;
  private reporting = false;
  private frameAsked = false;
  private styleReady = false;
  private restyleWanted = false;

  take(message: Message): void {
    if (message.atlas) this.marks.setAtlas(message.atlas);
    if (message.marks) this.marks.setMarks(message.marks);
    this.takeHead(message.head);
    if (message.atlas || message.marks || message.head.overlay) this.askFrame();
    for (const id of message.head.settles ?? []) void this.settle(id);
  }

  private takeHead(head: Head): void {
    if (head.camera) this.serial = head.camera.serial;
    if (head.look) {
      this.look = head.look;
      this.overlay.setLook(head.look);
    }
    if (head.ground) this.ground = head.ground;
    if (head.overlay) this.overlay.set(head.overlay);
    const before = this.tones;
    if (head.tones) this.tones = new Map(head.tones);
    const used = new Set(this.tones.values());
    const sameTones = used.size === this.usedTones.size && [...used].every((tone) => this.usedTones.has(tone));
    this.usedTones = used;
    const restyle = head.look !== undefined || head.ground !== undefined || !sameTones;
    if (!this.map) {
      if (head.camera && this.look) this.start(head.camera);
    } else {
      if (restyle) this.restyle();
      if (head.camera)
        this.map.jumpTo({ center: [head.camera.lon, head.camera.lat], zoom: toMapLibreZoom(head.camera.zoom) });
    }
    if (head.tones) this.showTones(before);
    if (head.camera) this.reportCamera();
  }

  private start(camera: Camera): void {
    const map = new MapLibreMap({
      container: 'map',
      style: this.style(),
      center: [camera.lon, camera.lat],
      zoom: toMapLibreZoom(camera.zoom),
      minZoom: toMapLibreZoom(minZoom),
      maxZoom: toMapLibreZoom(maxZoom),
      attributionControl: false,
      fadeDuration: 0,
      renderWorldCopies: false,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      boxZoom: false,
      // Keys are taken by the program before they come here.
      keyboard: false,
      maxPitch: 0,
      refreshExpiredTiles: false,
      validateStyle: false,
      localIdeographFontFamily: (this.look?.families ?? []).map((name) => JSON.stringify(name)).join(','),
    });
    this.map = map;
    map.touchZoomRotate.disableRotation();
    // A wheel's step reaches a page in Qt WebEngine as 60 px; with this rate it is half a zoom, as on the native map.
    map.scrollZoom.setWheelZoomRate(1 / 68);
    map.on('render', () => this.draw());
    map.on('move', () => this.reportCamera());
    map.on('error', (event) => console.warn(String(event.error?.message ?? event.error)));
    map.on('resize', () => this.askFrame());
    map.on('style.load', () => {
      this.styleReady = true;
      if (this.restyleWanted) this.restyle();
      else this.addHatch();
      this.showTones(new Map());
    });
    window.addEventListener('focus', () => map.getCanvas().focus({ preventScroll: true }));
    if (document.hasFocus()) map.getCanvas().focus({ preventScroll: true });
    void this.settled(1).then(() => report({ what: 'ready' }));
  }

  private style() {
    if (!this.look) throw new Error('no look yet');
    return buildStyle({ source, look: this.look, ground: this.ground, tones: this.usedTones });
  }

  private restyle(): void {
    // A style that is still being read can't be compared with the next one.
    this.restyleWanted = !this.styleReady;
    if (!this.map || !this.styleReady) return;
    this.map.setStyle(this.style(), { diff: true, validate: false });
    this.addHatch();
    this.showTones(new Map());
  }

  private addHatch(): void {
    const map = this.map;
    if (!map || !this.look) return;
    const image = hatch(hatchColour(source, this.look), devicePixelRatio);
    if (map.hasImage(hatchImage)) map.removeImage(hatchImage);
    map.addImage(hatchImage, image, { pixelRatio: devicePixelRatio });
  }

  private showTones(before: Map<number, number>): void {
    const map = this.map;
    if (!map?.getSource(outlines)) return;
    const grid = (id: number) => ({ source: outlines, sourceLayer: gridLayer, id });
    for (const id of before.keys()) if (!this.tones.has(id)) map.removeFeatureState(grid(id), 'tone');
    for (const [id, tone] of this.tones) map.setFeatureState(grid(id), { tone });
  }

  private camera(): Camera | undefined {
    const centre = this.map?.getCenter();
    return this.map && centre
      ? { lon: centre.lng, lat: centre.lat, zoom: fromMapLibreZoom(this.map.getZoom()) }
      : undefined;
  }

  private askFrame(): void {
    if (this.frameAsked) return;
    this.frameAsked = true;
    requestAnimationFrame(() => this.draw());
  }

  private draw(): void {
    this.frameAsked = false;
    const camera = this.camera();
    if (!camera) return;
    const { innerWidth: width, innerHeight: height, devicePixelRatio: ratio } = window;
    this.marks.resize(width, height, ratio);
    this.marks.draw(camera, ratio);
    this.overlay.draw(camera, width, height, ratio);
  }

  /** One report under way at a time; what moved meanwhile is said by the next. */
  private reportCamera(): void {
    const camera = this.camera();
    if (!camera || this.reporting) return;
    this.reporting = true;
    this.reported = camera;
    const serial = this.serial;
    void report({ what: 'camera', serial, ...camera }).catch(() => undefined).then(() => {
      this.reporting = false;
      const now = this.camera();
      if (now && (serial !== this.serial || !this.reported || !sameView(now, this.reported))) this.reportCamera();
    });
  }

  /** Everything loaded and drawn, and that many frames more. */
  private async settled(more: number): Promise<void> {
    const map = this.map;
    if (map && (!map.loaded() || map.isMoving() || !map.areTilesLoaded())) {
      const idle = map.once('idle');
      map.triggerRepaint();
      await idle;
    }
    for (let i = 0; i < more; ++i) {
      await nextFrame();
      this.draw();
    }
    await nextFrame();
  }

  private async settle(id: number): Promise<void> {
    // The camera or the style may have been set by the same message: let them begin first.
    await nextFrame();
    await this.settled(framesUnderWay);
    await report({ what: 'settled', id });
  }
}

setWorkerUrl('map://app/worker.js');
prewarm();
/** What can't be drawn once won't be drawn later: the program decides what to show instead. */
function orFail<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    void report({ what: 'failed', reason: String(error) });
    return undefined;
  }
}
const page = orFail(() => new Page());
if (page) void listen((message) => orFail(() => page.take(message)));
