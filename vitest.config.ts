import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    environment: 'node',
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/fixtures/chromium-setup.ts'],
    // Ours closes the output: the line with the count is the last one.
    reporters: ['default', './test/reporter.ts'],
    testTimeout: 15_000,
    hookTimeout: 30_000,
  },
})
