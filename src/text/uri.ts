/** A path with slashes as a relative URI. What is no Unicode in it, halves of surrogate pairs, becomes U+FFFD. */
export function relativeUri(path: string): string {
  return path
    .replace(/\p{Cs}/gu, '\uFFFD')
    .split('/')
    .map(encodeURIComponent)
    .join('/')
}
