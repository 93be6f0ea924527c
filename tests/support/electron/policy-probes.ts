/**
 * Fourteen things that script in the page could try, as a script of the page (what DevTools evaluates is not bound by
 * the content security policy). Each answers `refused`, or says what worked.
 */
export const POLICY_PROBES = `
'use strict'
const refusedBy = async attempt => {
  try {
    return (await attempt()) ?? 'refused'
  } catch {
    return 'refused'
  }
}
/** The browser tells of a refusal that throws nothing. */
const violation = (directive, attempt) =>
  new Promise(resolve => {
    document.addEventListener('securitypolicyviolation', event => {
      if (event.effectiveDirective.startsWith(directive)) resolve('refused')
    })
    attempt()
  })
const outside = 'https://outside.example/'

const probes = {
  eval: () => (eval('1'), 'ran'),
  function: () => (new Function('return 1')(), 'ran'),
  timer: () => (setTimeout('window.timerRan = 1', 0), 'was taken'),
  wasm: () => WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])).then(() => 'compiled'),
  dataImport: () => import('data:text/javascript,export default 1').then(() => 'loaded'),
  inlineScript: () => {
    const script = document.createElement('script')
    script.append('window.inlineRan = 1')
    document.head.append(script)
    return window.inlineRan ? 'ran' : 'refused'
  },
  styleAttribute: () => {
    document.body.setAttribute('style', 'color: rgb(1, 2, 3)')
    return getComputedStyle(document.body).color === 'rgb(1, 2, 3)' ? 'was applied' : 'refused'
  },
  fetch: () => fetch(outside).then(() => 'answered'),
  image: () =>
    new Promise(resolve => {
      const image = new Image()
      image.onload = () => resolve('loaded')
      image.onerror = () => resolve('refused')
      image.src = outside + 'i.png'
    }),
  webSocket: () =>
    new Promise(resolve => {
      const socket = new WebSocket('wss://outside.example/')
      socket.onopen = () => resolve('opened')
      socket.onerror = () => resolve('refused')
    }),
  form: () =>
    violation('form-action', () => {
      const form = document.createElement('form')
      form.action = outside
      document.body.append(form)
      form.submit()
    }),
  frame: () =>
    violation('frame-src', () => {
      const frame = document.createElement('iframe')
      frame.src = outside
      document.body.append(frame)
    }),
  blobWorker: () => (new Worker(URL.createObjectURL(new Blob(['1']))), 'started'),
  webRtc: async () => {
    const connection = new RTCPeerConnection()
    const found = []
    const gathered = new Promise(resolve => {
      connection.onicecandidate = ({ candidate }) => (candidate ? found.push(candidate.candidate) : resolve())
    })
    connection.createDataChannel('out')
    await connection.setLocalDescription()
    await gathered
    return found.length === 0 ? 'refused' : found.join()
  },
}
window.probeResults = (async () => {
  const results = {}
  for (const [name, attempt] of Object.entries(probes)) results[name] = await refusedBy(attempt)
  results.timer = window.timerRan ? 'ran' : results.timer
  return results
})()
`
