/** Small signs that carry a state by their form; the colour only repeats it. */
export type ShapeName = 'disc' | 'ring' | 'clock' | 'triangle' | 'cross' | 'question' | 'pause' | 'turn'

const paths: Readonly<Record<ShapeName, string>> = {
  disc: 'M6 1.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9Z',
  ring: 'M6 1.2a4.8 4.8 0 1 0 0 9.6 4.8 4.8 0 0 0 0-9.6Zm0 2a2.8 2.8 0 1 1 0 5.6 2.8 2.8 0 0 1 0-5.6Z',
  clock: 'M6 1a5 5 0 1 0 0 10A5 5 0 0 0 6 1Zm0 1.5V6h3.5A3.5 3.5 0 1 1 6 2.5Z',
  triangle: 'M6 1.2 11.3 10.6H.7Z',
  cross: 'M2.6 1.4 6 4.8l3.4-3.4 1.2 1.2L7.2 6l3.4 3.4-1.2 1.2L6 7.2l-3.4 3.4-1.2-1.2L4.8 6 1.4 2.6Z',
  question:
    'M6 .8a5.2 5.2 0 1 0 0 10.4A5.2 5.2 0 0 0 6 .8Zm.7 8.4H5.3V7.9h1.4Zm.1-2.4H5.3c0-1.5 1.4-1.5 1.4-2.4 0-.5-.3-.8-.8-.8s-.9.3-.9.9H3.6c0-1.4 1-2.2 2.4-2.2s2.3.8 2.3 2c0 1.4-1.5 1.5-1.5 2.5Z',
  pause: 'M2.5 1.5h2.6v9H2.5Zm4.4 0h2.6v9H6.9Z',
  turn: 'M6 1.2a4.8 4.8 0 0 1 4.1 2.3V1.6h1.4V6H7.1V4.6h2A3.4 3.4 0 1 0 9.3 7h1.5A4.8 4.8 0 1 1 6 1.2Z',
}

export function Shape({ name }: { readonly name: ShapeName }) {
  return (
    <svg aria-hidden="true" width="11" height="11" viewBox="0 0 12 12" fill="currentColor">
      <path d={paths[name]} />
    </svg>
  )
}
