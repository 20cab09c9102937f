import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

// Built into the Python package; the server answers everything under /api.
export default defineConfig({
  plugins: [react()],
  build: {
    outDir: "../src/marsad/web/static",
    emptyOutDir: true,
    assetsInlineLimit: 0,
    license: true,
    chunkSizeWarningLimit: 900,
  },
  server: { proxy: { "/api": "http://127.0.0.1:8642" } },
});
