import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    environment: 'node',
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/fixtures/chromium-setup.ts'],
    // Ours closes the output: the line with the count is the last one.
    reporters: ['default', './test/reporter.ts'],
    // One more than vitest would take of two cores: much of a browser test is waiting.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Waits for the thing, however slow the machine; what never comes fails all the same.
    expect: { poll: { timeout: 20_000 } },
  },
})
