// Whether this machine draws WebGL with hardware of its own: only then is the map of MapLibre loaded at all.

// Programs that stand in for a GPU: with them that map is ten times slower than the one drawn as SVG.
const BY_PROGRAM = /swiftshader|llvmpipe|softpipe|software|basic render|swrast/i;
let found: boolean | undefined;

export function hasGpu(): boolean {
  found ??= look();
  return found;
}

function look(): boolean {
  const gl = document.createElement("canvas").getContext("webgl2", { failIfMajorPerformanceCaveat: true });
  if (!gl) return false;
  const told = gl.getExtension("WEBGL_debug_renderer_info");
  const name = String(gl.getParameter(told ? told.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
  gl.getExtension("WEBGL_lose_context")?.loseContext();
  return name !== "" && !BY_PROGRAM.test(name);
}
