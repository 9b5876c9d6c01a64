// The few things that are drawn one by one above the marks: the dashed line of a drag with its label, and names beside
// people. A 2-D canvas that isn't even composited while there is nothing on it. Text is painted, never made HTML.
import { screenOf, type Camera } from './camera.ts';
import type { Look, Overlay } from './message.ts';

const halo = 2.5;

export class OverlayCanvas {
  private readonly pen: CanvasRenderingContext2D;
  private overlay: Overlay = { labels: [] };
  private look: Look | undefined;

  constructor(private readonly canvas: HTMLCanvasElement) {
    const pen = canvas.getContext('2d');
    if (!pen) throw new Error('overlay: no 2-D canvas');
    this.pen = pen;
    canvas.hidden = true;
  }

  setLook(look: Look): void {
    this.look = look;
  }

  set(overlay: Overlay): void {
    this.overlay = overlay;
    this.canvas.hidden = !overlay.line && overlay.labels.length === 0;
  }

  draw(camera: Camera, width: number, height: number, ratio: number): void {
    if (this.canvas.hidden || !this.look) return;
    const { pen, canvas, overlay } = this;
    const w = Math.round(width * ratio);
    const h = Math.round(height * ratio);
    if (canvas.width !== w || canvas.height !== h) {
      canvas.width = w;
      canvas.height = h;
    }
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.clearRect(0, 0, width, height);
    const accent = this.look.colours['semantic.accent'] ?? '';
    const at = (lon: number, lat: number) => screenOf(lon, lat, camera, width, height);
    if (overlay.line) {
      const from = at(...overlay.line.from);
      const to = at(...overlay.line.to);
      const scale = this.look.scale;
      const stroke = (colour: string, line: number, dash: number[]): void => {
        pen.strokeStyle = colour;
        pen.lineWidth = line * scale;
        pen.setLineDash(dash.map((px) => px * scale));
        pen.beginPath();
        pen.moveTo(from.x, from.y);
        pen.lineTo(to.x, to.y);
        pen.stroke();
        pen.setLineDash([]);
      };
      stroke(this.look.colours['map.halo'] ?? '', 4, []);
      stroke(accent, 2, [5, 4]);
      if (overlay.line.label !== '')
        this.text(overlay.line.label, (from.x + to.x) / 2 + 8 * scale, (from.y + to.y) / 2, 'text.primary');
    }
    for (const label of overlay.labels) {
      const p = at(label.lon, label.lat);
      this.text(label.text, p.x + label.reach + 6 * this.look.scale, p.y, 'semantic.accent');
    }
  }

  private text(text: string, x: number, y: number, token: string): void {
    const { pen, look } = this;
    if (!look) return;
    pen.font = `bold ${look.sizes['caption'] ?? 12}px ${look.families.map((name) => JSON.stringify(name)).join(',')},sans-serif`;
    pen.textBaseline = 'middle';
    pen.lineJoin = 'round';
    pen.lineWidth = 2 * halo * look.scale;
    pen.strokeStyle = look.colours['map.halo'] ?? '';
    pen.strokeText(text, x, y);
    pen.fillStyle = look.colours[token] ?? '';
    pen.fillText(text, x, y);
  }
}
