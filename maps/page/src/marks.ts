// People and cases: one WebGL draw call for all of them, on a canvas of its own above the map. An update of positions
// redraws only this canvas; the map below, which costs ten times as much, is left as it is. While the camera moves it
// is drawn inside MapLibre's own render event, so both canvases reach the screen with the same frame.
import { originOnScreen, worldPixels, type Camera } from './camera.ts';
import { cellFloats, markBytes, type Atlas, type Marks } from './message.ts';

// A point a mark, not two triangles: a quarter of the vertices and half of the primitives, which is what a renderer without a
// GPU spends its time on.
const vertexShader = `#version 300 es
precision highp float;
precision highp sampler2D;
in vec2 place;
in float sprite;
in float opacity;
uniform sampler2D cells;
uniform vec2 origin;
uniform float side;
uniform vec2 view;
flat out vec4 cell;
flat out float alpha;
void main() {
  int i = int(sprite);
  cell = texelFetch(cells, ivec2(0, i), 0);
  vec2 offset = texelFetch(cells, ivec2(1, i), 0).xy;
  float size = max(cell.z, cell.w);
  // Whole px: sprites are baked at the screen's resolution and stay sharp only there.
  vec2 middle = floor(place * side + origin + offset + 0.5) + 0.5 * size;
  gl_Position = vec4(middle.x / view.x * 2.0 - 1.0, 1.0 - middle.y / view.y * 2.0, 0.0, 1.0);
  gl_PointSize = size;
  alpha = opacity;
}`;

const fragmentShader = `#version 300 es
precision highp float;
precision highp sampler2D;
flat in vec4 cell;
flat in float alpha;
uniform sampler2D atlas;
out vec4 colour;
void main() {
  vec2 at = floor(gl_PointCoord * max(cell.z, cell.w));
  bool inside = at.x < cell.z && at.y < cell.w;
  colour = inside ? texelFetch(atlas, ivec2(cell.xy + at), 0) * alpha : vec4(0.0);
}`;

// A point whose middle lies outside of the viewport isn't drawn at all, not even the half of it that would be seen: the
// viewport reaches this far (px) beyond the canvas. More than half of the largest sprite.
const beyond = 256;

interface Program {
  origin: WebGLUniformLocation | null;
  side: WebGLUniformLocation | null;
  view: WebGLUniformLocation | null;
  buffer: WebGLBuffer;
}

function compile(gl: WebGL2RenderingContext, type: number, source: string): WebGLShader {
  const shader = gl.createShader(type);
  if (!shader) throw new Error('marks: no shader');
  gl.shaderSource(shader, source);
  gl.compileShader(shader);
  return shader;
}

export class MarkLayer {
  private readonly gl: WebGL2RenderingContext;
  private program: Program | undefined;
  private atlas: Atlas | undefined;
  private marks: Marks | undefined;

  constructor(private readonly canvas: HTMLCanvasElement) {
    const gl = canvas.getContext('webgl2', { alpha: true, antialias: false, depth: false, stencil: false });
    if (!gl) throw new Error('marks: no WebGL 2');
    this.gl = gl;
    canvas.addEventListener('webglcontextlost', (event) => {
      event.preventDefault();
      this.program = undefined;
    });
    canvas.addEventListener('webglcontextrestored', () => this.restore());
    this.program = this.prepare();
  }

  get count(): number {
    return this.marks?.count ?? 0;
  }

  resize(width: number, height: number, ratio: number): void {
    const w = Math.round(width * ratio);
    const h = Math.round(height * ratio);
    if (this.canvas.width !== w || this.canvas.height !== h) {
      this.canvas.width = w;
      this.canvas.height = h;
    }
  }

  setAtlas(atlas: Atlas): void {
    this.atlas = atlas;
    if (this.program) this.uploadAtlas();
  }

  setMarks(marks: Marks): void {
    this.marks = marks;
    if (this.program) this.uploadMarks(this.program);
  }

  /** `ratio`: device px per CSS px. */
  draw(camera: Camera, ratio: number): void {
    const { gl, program, marks } = this;
    if (!program) return;
    const width = this.canvas.width;
    const height = this.canvas.height;
    gl.viewport(-beyond, -beyond, width + 2 * beyond, height + 2 * beyond);
    gl.clear(gl.COLOR_BUFFER_BIT);
    if (!marks || marks.count === 0 || !this.atlas) return;
    const at = originOnScreen({ x: marks.originX, y: marks.originY }, camera, width / ratio, height / ratio);
    gl.uniform2f(program.origin, at.x * ratio + beyond, at.y * ratio + beyond);
    gl.uniform1f(program.side, worldPixels(camera.zoom) * ratio);
    gl.uniform2f(program.view, width + 2 * beyond, height + 2 * beyond);
    gl.drawArrays(gl.POINTS, 0, marks.count);
  }

  private prepare(): Program {
    const gl = this.gl;
    const id = gl.createProgram();
    const buffer = gl.createBuffer();
    if (!id || !buffer) throw new Error('marks: no GL program');
    gl.attachShader(id, compile(gl, gl.VERTEX_SHADER, vertexShader));
    gl.attachShader(id, compile(gl, gl.FRAGMENT_SHADER, fragmentShader));
    gl.linkProgram(id);
    if (!gl.getProgramParameter(id, gl.LINK_STATUS)) throw new Error(`marks: ${gl.getProgramInfoLog(id) ?? 'link'}`);
    gl.useProgram(id);
    gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
    const attribute = (name: string, size: number, type: number, normalized: boolean, offset: number): void => {
      const at = gl.getAttribLocation(id, name);
      gl.enableVertexAttribArray(at);
      gl.vertexAttribPointer(at, size, type, normalized, markBytes, offset);
    };
    attribute('place', 2, gl.FLOAT, false, 0);
    attribute('sprite', 1, gl.UNSIGNED_SHORT, false, 8);
    attribute('opacity', 1, gl.UNSIGNED_BYTE, true, 10);
    const texture = (unit: number, name: string): void => {
      gl.activeTexture(gl.TEXTURE0 + unit);
      gl.bindTexture(gl.TEXTURE_2D, gl.createTexture());
      gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
      gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
      gl.uniform1i(gl.getUniformLocation(id, name), unit);
    };
    texture(0, 'atlas');
    texture(1, 'cells');
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    gl.clearColor(0, 0, 0, 0);
    return {
      origin: gl.getUniformLocation(id, 'origin'),
      side: gl.getUniformLocation(id, 'side'),
      view: gl.getUniformLocation(id, 'view'),
      buffer,
    };
  }

  private uploadAtlas(): void {
    const { gl, atlas } = this;
    if (!atlas || atlas.count === 0) return;
    gl.activeTexture(gl.TEXTURE0);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA8, atlas.width, atlas.height, 0, gl.RGBA, gl.UNSIGNED_BYTE, atlas.pixels);
    gl.activeTexture(gl.TEXTURE1);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA32F, cellFloats / 4, atlas.count, 0, gl.RGBA, gl.FLOAT, atlas.cells);
  }

  private uploadMarks(program: Program): void {
    if (!this.marks) return;
    this.gl.bindBuffer(this.gl.ARRAY_BUFFER, program.buffer);
    this.gl.bufferData(this.gl.ARRAY_BUFFER, this.marks.bytes, this.gl.STREAM_DRAW);
  }

  private restore(): void {
    this.program = this.prepare();
    this.uploadAtlas();
    this.uploadMarks(this.program);
  }
}
