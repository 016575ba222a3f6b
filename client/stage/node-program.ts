// Draws nodes: one WebGL program for every outline, each a signed distance in the fragment shader.
import { NodeProgram, type ProgramInfo } from 'sigma/rendering';
import type { NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';
import type { DrawnEdge, DrawnNode } from '../graph/build.ts';
import { type Shape, shapes } from '../graph/encode.ts';
import { opacityOf } from './fading.ts';
import { Uploads } from './uploads.ts';

const uniforms = ['u_sizeRatio', 'u_pixelRatio', 'u_viewport', 'u_matrix', 'u_opacity'] as const;

const vertexShader = /* glsl */ `
attribute vec2 a_position;
attribute float a_size;
attribute float a_shape;
attribute vec4 a_color;
attribute vec4 a_border;
attribute float a_light;
attribute vec4 a_id;
attribute vec2 a_corner;
uniform float u_sizeRatio;
uniform float u_pixelRatio;
uniform vec2 u_viewport;
uniform mat3 u_matrix;
uniform float u_opacity;
varying vec4 v_color;
varying vec4 v_border;
varying vec2 v_offset;
varying float v_radius;
varying float v_shape;
const float bias = 255.0 / 254.0;
void main() {
  v_radius = a_size / u_sizeRatio * u_pixelRatio;
  // Some outlines are wider than their radius; the rest is room for the border and the soft edge.
  v_offset = a_corner * (v_radius * 1.6 + 3.0 * u_pixelRatio);
  vec2 centre = (u_matrix * vec3(a_position, 1.0)).xy;
  gl_Position = vec4(centre + v_offset * 2.0 / u_viewport, 0.0, 1.0);
  v_shape = a_shape;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_border = a_border;
  v_color.a *= bias;
  v_border.a *= bias;
  #ifndef PICKING_MODE
  // What is not in focus steps back with its border; that of a selected node stays.
  if (a_light < 1.5) v_color.a = min(v_color.a, u_opacity);
  if (a_light < 0.5 && u_opacity < 1.0) v_border.a = 0.0;
  #endif
}`;

const fragmentShader = /* glsl */ `
precision highp float;
varying vec4 v_color;
varying vec4 v_border;
varying vec2 v_offset;
varying float v_radius;
varying float v_shape;
uniform float u_pixelRatio;
float box(vec2 p, vec2 half_size, float corner) {
  vec2 q = abs(p) - half_size + corner;
  return length(max(q, 0.0)) + min(max(q.x, q.y), 0.0) - corner;
}
float hexagon(vec2 p, float r) {
  const vec3 k = vec3(-0.866025404, 0.5, 0.577350269);
  p = abs(p.yx);
  p -= 2.0 * min(dot(k.xy, p), 0.0) * k.xy;
  p -= vec2(clamp(p.x, -k.z * r, k.z * r), r);
  return length(p) * sign(p.y);
}
float triangle(vec2 p, float r) {
  const float k = 1.732050808;
  p.y += r * 0.25;
  p.x = abs(p.x) - r;
  p.y = p.y + r / k;
  if (p.x + k * p.y > 0.0) p = vec2(p.x - k * p.y, -k * p.x - p.y) / 2.0;
  p.x -= clamp(p.x, -2.0 * r, 0.0);
  return -length(p) * sign(p.y);
}
float outline(vec2 p, float r) {
  if (v_shape < 0.5) return length(p) - r;
  if (v_shape < 1.5) return box(p, vec2(r * 0.88), r * 0.2);
  if (v_shape < 2.5) return box(vec2(p.x + p.y, p.x - p.y) * 0.70710678, vec2(r * 0.86), r * 0.18);
  if (v_shape < 3.5) return hexagon(p, r * 0.94);
  if (v_shape < 4.5) return triangle(p, r * 1.02) - r * 0.08;
  if (v_shape < 5.5) return box(p, vec2(r * 1.35, r * 0.8), r * 0.26);
  if (v_shape < 6.5) return box(p, vec2(r * 0.76, r), r * 0.14);
  return length(p) - r;
}
void main() {
  float d = outline(v_offset, v_radius);
  float border = 1.5 * u_pixelRatio;
  #ifdef PICKING_MODE
  gl_FragColor = d > border ? vec4(0.0) : v_color;
  #else
  float soft = 0.7 * u_pixelRatio;
  float inside = 1.0 - smoothstep(-soft, soft, d);
  float whole = 1.0 - smoothstep(-soft, soft, d - border);
  vec4 fill = v_color;
  // A ring is a collective: a circle around a smaller disc.
  if (v_shape > 6.5) {
    float hollow = smoothstep(-soft, soft, d + v_radius * 0.2) * 1.0;
    float gap = smoothstep(-soft, soft, d + v_radius * 0.42) - hollow;
    fill = mix(v_color, v_border, clamp(gap, 0.0, 1.0));
  }
  vec4 color = mix(v_border, fill, inside);
  float alpha = color.a * whole;
  gl_FragColor = vec4(color.rgb * alpha, alpha);
  #endif
}`;

/** What the program reads of a node beside sigma's own data. `border` is the ground's colour, or the ink of a selected node. */
export interface ShapedNode extends NodeDisplayData {
  shape: Shape;
  border: string;
  /** Whether it is in focus, so that it does not step back. */
  lit: boolean;
  /** Whether it keeps its border where it steps back. */
  selected: boolean;
}

/** Sigma's node program for Hearsay's outlines. */
export class ShapeProgram extends NodeProgram<(typeof uniforms)[number], DrawnNode, DrawnEdge> {
  readonly #uploads = new Uploads();

  getDefinition() {
    const gl = WebGLRenderingContext;
    return {
      VERTICES: 4,
      VERTEX_SHADER_SOURCE: vertexShader,
      FRAGMENT_SHADER_SOURCE: fragmentShader,
      METHOD: gl.TRIANGLE_STRIP,
      UNIFORMS: uniforms,
      ATTRIBUTES: [
        { name: 'a_position', size: 2, type: gl.FLOAT },
        { name: 'a_size', size: 1, type: gl.FLOAT },
        { name: 'a_shape', size: 1, type: gl.FLOAT },
        { name: 'a_color', size: 4, type: gl.UNSIGNED_BYTE, normalized: true },
        { name: 'a_border', size: 4, type: gl.UNSIGNED_BYTE, normalized: true },
        { name: 'a_light', size: 1, type: gl.FLOAT },
        { name: 'a_id', size: 4, type: gl.UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: 'a_corner', size: 2, type: gl.FLOAT }],
      CONSTANT_DATA: [
        [-1, -1],
        [1, -1],
        [-1, 1],
        [1, 1],
      ],
    };
  }

  override reallocate(capacity: number): void {
    this.#uploads.changed();
    super.reallocate(capacity);
  }

  override process(id: number, offset: number, data: NodeDisplayData): void {
    this.#uploads.changed();
    super.process(id, offset, data);
  }

  protected override bindProgram(use: ProgramInfo): void {
    this.#uploads.bind(use, this, (attribute, offset, perItem) => this.bindAttribute(attribute, use, offset, perItem));
  }

  processVisibleItem(id: number, start: number, data: NodeDisplayData): void {
    const node = data as ShapedNode;
    const array = this.array;
    let at = start;
    array[at++] = node.x;
    array[at++] = node.y;
    array[at++] = node.size;
    array[at++] = shapes[node.shape] ?? 0;
    array[at++] = floatColor(node.color);
    array[at++] = floatColor(node.border);
    array[at++] = node.lit ? 2 : node.selected ? 1 : 0;
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
