// Draws edges: WebGL programs for solid, dashed, double and outlined lines, with or without an arrow, bent and straight.
import { EdgeProgram, type ProgramInfo } from 'sigma/rendering';
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';
import type { DrawnEdge, DrawnNode } from '../graph/build.ts';
import { opacityOf } from './fading.ts';
import { Uploads } from './uploads.ts';

const uniforms = ['u_sizeRatio', 'u_pixelRatio', 'u_viewport', 'u_matrix', 'u_opacity'] as const;

const vertexShader = /* glsl */ `
attribute vec2 a_start;
attribute vec2 a_end;
attribute float a_width;
attribute vec2 a_radii;
attribute float a_curvature;
attribute vec2 a_dash;
attribute float a_arrow;
attribute vec2 a_strands;
attribute float a_light;
attribute vec4 a_color;
attribute vec4 a_id;
attribute vec2 a_along;
uniform float u_sizeRatio;
uniform float u_pixelRatio;
uniform vec2 u_viewport;
uniform mat3 u_matrix;
uniform float u_opacity;
varying vec4 v_color;
varying float v_across;
varying float v_at;
varying float v_length;
varying float v_width;
varying vec2 v_dash;
varying float v_arrow;
varying vec2 v_strands;
const float bias = 255.0 / 254.0;
const float quarter = 1.57079633;
void main() {
  // All in pixels of the drawing buffer, so that widths and dashes do not change with the zoom.
  vec2 start = (u_matrix * vec3(a_start, 1.0)).xy * u_viewport / 2.0;
  vec2 end = (u_matrix * vec3(a_end, 1.0)).xy * u_viewport / 2.0;
  vec2 chord = end - start;
  float span = max(length(chord), 0.001);
  vec2 control = (start + end) / 2.0 + vec2(-chord.y, chord.x) * a_curvature;
  // Length of a flat quadratic curve: a third of the way from its chord to its hull.
  float hull = length(control - start) + length(end - control);
  float whole = (2.0 * span + hull) / 3.0;
  vec2 radii = a_radii / u_sizeRatio * u_pixelRatio + vec2(1.0, 2.5) * u_pixelRatio;
  float from = min(0.5, radii.x / whole);
  float to = max(0.5, 1.0 - radii.y / whole);
  float t = mix(from, to, a_along.x);
  float s = 1.0 - t;
  vec2 point = s * s * start + 2.0 * s * t * control + t * t * end;
  vec2 tangent = normalize(2.0 * s * (control - start) + 2.0 * t * (end - control) + vec2(0.00001, 0.0));
  if (a_start == a_end) {
    // A loop is most of a circle beside its node, in one of four corners, the fifth outside the first..
    float node = a_radii.x / u_sizeRatio * u_pixelRatio;
    float turn = (mod(a_curvature, 4.0) + 0.5) * quarter;
    float loop = node * 0.8 + (6.0 + 7.0 * floor(a_curvature / 4.0)) * u_pixelRatio;
    float middle = node * 0.75 + loop * 0.75;
    // Where the circle leaves the node: the angle at its middle between the way back and the node's edge.
    float hidden = acos(clamp((middle * middle + loop * loop - node * node) / (2.0 * middle * loop), -1.0, 1.0));
    float first = turn + 2.0 * quarter + hidden + 1.0 * u_pixelRatio / loop;
    float last = turn + 6.0 * quarter - hidden - 2.5 * u_pixelRatio / loop;
    float angle = mix(first, last, a_along.x);
    point = start + middle * vec2(cos(turn), sin(turn)) + loop * vec2(cos(angle), sin(angle));
    tangent = vec2(-sin(angle), cos(angle));
    whole = loop * (last - first);
    from = 0.0;
    to = 1.0;
  }
  // A double line has its gap beside the width that it would have alone.
  v_width = (a_width + a_strands.x * 2.2) * u_pixelRatio;
  float side = max(a_arrow > 0.5 ? 4.0 : 0.0, a_strands.y > 0.5 ? 3.0 : 0.0);
  float reach = v_width / 2.0 + (side + 1.5) * u_pixelRatio;
  #ifdef PICKING_MODE
  reach = max(reach, 5.0 * u_pixelRatio);
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= bias;
  #ifndef PICKING_MODE
  // What is not in focus steps back.
  if (a_light < 0.5) v_color.a = min(v_color.a, u_opacity);
  #endif
  v_across = a_along.y * reach;
  v_length = whole * (to - from);
  v_at = a_along.x * v_length;
  v_dash = a_dash * u_pixelRatio;
  v_arrow = a_arrow;
  v_strands = a_strands;
  vec2 place = point + vec2(-tangent.y, tangent.x) * v_across;
  gl_Position = a_width > 0.0 ? vec4(place * 2.0 / u_viewport, 0.0, 1.0) : vec4(2.0, 2.0, 2.0, 1.0);
}`;

const fragmentShader = /* glsl */ `
precision highp float;
varying vec4 v_color;
varying float v_across;
varying float v_at;
varying float v_length;
varying float v_width;
varying vec2 v_dash;
varying float v_arrow;
varying vec2 v_strands;
uniform float u_pixelRatio;
void main() {
  #ifdef PICKING_MODE
  gl_FragColor = v_color;
  #else
  float soft = 0.6 * u_pixelRatio;
  float rest = v_length - v_at;
  float head = v_width * 1.6 + 6.0 * u_pixelRatio;
  float half_width = v_width / 2.0;
  float cover = 1.0 - smoothstep(half_width - soft, half_width + soft, abs(v_across));
  // Without the soft edge's share, lines of one pixel would look fainter than they are.
  if (v_dash.y > 0.0) {
    float phase = mod(v_at, v_dash.x + v_dash.y);
    cover *= 1.0 - smoothstep(v_dash.x - soft, v_dash.x + soft, phase);
  }
  if (v_strands.x > 0.5) {
    float gap = 1.1 * u_pixelRatio;
    cover *= smoothstep(gap - soft, gap + soft, abs(v_across));
  }
  if (v_strands.y > 0.5) {
    // A pixel wide, a pixel and a half away from the line, in dashes of four pixels.
    float away = abs(abs(v_across) - half_width - 2.0 * u_pixelRatio);
    float beat = mod(v_at, 7.0 * u_pixelRatio);
    float dash = 1.0 - smoothstep(4.0 * u_pixelRatio - soft, 4.0 * u_pixelRatio + soft, beat);
    cover = max(cover, dash * (1.0 - smoothstep(0.5 * u_pixelRatio - soft, 0.5 * u_pixelRatio + soft, away)));
  }
  if (v_arrow > 0.5 && rest < head) {
    float wing = rest / head * (half_width + 3.6 * u_pixelRatio);
    cover = 1.0 - smoothstep(wing - soft, wing + soft, abs(v_across));
  }
  float alpha = v_color.a * cover;
  gl_FragColor = vec4(v_color.rgb * alpha, alpha);
  #endif
}`;

/** What the program reads of an edge beside sigma's own data. */
export interface LineEdge extends EdgeDisplayData {
  dash: readonly [number, number];
  arrow: boolean;
  double: boolean;
  outline: boolean;
  curvature: number;
  /** Whether it is in focus, so that it does not step back. */
  lit: boolean;
}

/** Sigma's edge program for Hearsay's lines: those that bend, and loops. */
export class CurveProgram extends EdgeProgram<(typeof uniforms)[number], DrawnNode, DrawnEdge> {
  readonly #uploads = new Uploads();

  /** Of how many straight pieces a line is made. */
  protected get segments(): number {
    return 20;
  }

  getDefinition() {
    const gl = WebGLRenderingContext;
    const { segments } = this;
    const strip = Array.from({ length: segments + 1 }, (_, index) => [
      [index / segments, -1],
      [index / segments, 1],
    ]).flat();
    return {
      VERTICES: strip.length,
      VERTEX_SHADER_SOURCE: vertexShader,
      FRAGMENT_SHADER_SOURCE: fragmentShader,
      METHOD: gl.TRIANGLE_STRIP,
      UNIFORMS: uniforms,
      ATTRIBUTES: [
        { name: 'a_start', size: 2, type: gl.FLOAT },
        { name: 'a_end', size: 2, type: gl.FLOAT },
        { name: 'a_width', size: 1, type: gl.FLOAT },
        { name: 'a_radii', size: 2, type: gl.FLOAT },
        { name: 'a_curvature', size: 1, type: gl.FLOAT },
        { name: 'a_dash', size: 2, type: gl.FLOAT },
        { name: 'a_arrow', size: 1, type: gl.FLOAT },
        { name: 'a_strands', size: 2, type: gl.FLOAT },
        { name: 'a_light', size: 1, type: gl.FLOAT },
        { name: 'a_color', size: 4, type: gl.UNSIGNED_BYTE, normalized: true },
        { name: 'a_id', size: 4, type: gl.UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: 'a_along', size: 2, type: gl.FLOAT }],
      CONSTANT_DATA: strip,
    };
  }

  override reallocate(capacity: number): void {
    this.#uploads.changed();
    super.reallocate(capacity);
  }

  override process(
    id: number,
    offset: number,
    source: NodeDisplayData,
    target: NodeDisplayData,
    data: EdgeDisplayData,
  ): void {
    this.#uploads.changed();
    super.process(id, offset, source, target, data);
  }

  protected override bindProgram(use: ProgramInfo): void {
    this.#uploads.bind(use, this, (attribute, offset, perItem) => this.bindAttribute(attribute, use, offset, perItem));
  }

  processVisibleItem(
    id: number,
    start: number,
    source: NodeDisplayData,
    target: NodeDisplayData,
    data: EdgeDisplayData,
  ): void {
    const edge = data as LineEdge;
    const array = this.array;
    let at = start;
    array[at++] = source.x;
    array[at++] = source.y;
    array[at++] = target.x;
    array[at++] = target.y;
    array[at++] = edge.size;
    array[at++] = source.size;
    array[at++] = target.size;
    array[at++] = edge.curvature;
    array[at++] = edge.dash[0];
    array[at++] = edge.dash[1];
    array[at++] = edge.arrow ? 1 : 0;
    array[at++] = edge.double ? 1 : 0;
    array[at++] = edge.outline ? 1 : 0;
    array[at++] = edge.lit ? 1 : 0;
    array[at++] = floatColor(edge.color);
    array[at++] = id;
  }

  setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo): void {
    gl.uniform1f(uniformLocations.u_sizeRatio as WebGLUniformLocation, params.sizeRatio);
    gl.uniform1f(uniformLocations.u_opacity as WebGLUniformLocation, opacityOf(this.renderer));
    gl.uniform1f(uniformLocations.u_pixelRatio as WebGLUniformLocation, params.pixelRatio);
    gl.uniform2f(
      uniformLocations.u_viewport as WebGLUniformLocation,
      params.width * params.pixelRatio,
      params.height * params.pixelRatio,
    );
    gl.uniformMatrix3fv(uniformLocations.u_matrix as WebGLUniformLocation, false, params.matrix);
  }
}

/** The same for straight lines, of which there may be very many: each is one piece. */
export class LineProgram extends CurveProgram {
  protected override get segments(): number {
    return 1;
  }
}
