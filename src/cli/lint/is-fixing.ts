import type {Lint} from './run-lint.ts'

/** Whether a run fixes documents, or tries what that would change. */
export function isFixing(options: Lint['options']): boolean {
  return options.fix || options['fix-suggestions'] || options['dry-run']
}
