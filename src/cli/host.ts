/** The world outside as a command sees it, so that a test can stand in for it. */
export interface Host {
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** Where package.json and the rules' documentation are. */
  readonly packageDirectory: string
  /** The file that a thread runs which reads documents ahead; none where the program is not built. */
  readonly readAhead?: string
  /** Tells builds of the program apart, those of one version too. */
  readonly build: string
  /** Standard input, opened when it is asked for. */
  readonly stdin: () => AsyncIterable<Uint8Array>
  /** Resolves when the user interrupts the program, which then goes on; a signal ends the waiting. */
  readonly interrupted: (signal: AbortSignal) => Promise<void>
  readonly stdout: Output
  readonly stderr: Output
}

export interface Output {
  readonly isTTY: boolean
  /** How wide the terminal is, where it is one. */
  readonly columns?: number | undefined
  write(text: string): void
  /** Waits until it takes more; false where it never will. Without it, it always does. */
  readonly ready?: () => Promise<boolean>
}

/** `0` nothing that counts was found, `1` something was, `2` the run itself failed. */
export type ExitStatus = 0 | 1 | 2
