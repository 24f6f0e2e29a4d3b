/**
 * A path with slashes as a relative URI, with no mark in it that ends a link in Markdown. What is no Unicode, halves of
 * surrogate pairs, becomes U+FFFD.
 */
export function relativeUri(path: string): string {
  return path
    .replace(/\p{Cs}/gu, '\uFFFD')
    .split('/')
    .map(encode)
    .join('/')
}

function encode(segment: string): string {
  return encodeURIComponent(segment).replace(
    /[!'()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
