import {defineConfig} from 'vitest/config'

/** What mocks modules, changes its environment or runs programs has its modules to itself. Elsewhere loading them takes as long as the tests. */
const apart = ['cache', 'changed', 'cli', 'diff', 'git', 'growth', 'hooks', 'package'].map(
  (name) => `test/${name}/**/*.test.ts`,
)

export default defineConfig({
  test: {
    projects: [
      {extends: true, test: {name: 'apart', include: apart}},
      {
        extends: true,
        test: {name: 'together', include: ['test/**/*.test.ts'], exclude: apart, isolate: false},
      },
    ],
    reporters: ['default', './test/harness/tally-reporter.ts'],
    testTimeout: 60_000,
    // One core is left free else: on a machine of two, half of them.
    maxWorkers: '100%',
  },
})
