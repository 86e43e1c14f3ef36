// Comforts: keys, and what a form would do while one types. Every page works without this script.
const typing = (target) =>
  target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName)

const steps = () => [...document.querySelectorAll('[data-step]')]

const step = (by) => {
  const all = steps()
  if (all.length === 0) return false
  const now = all.findIndex(
    (one) => one === document.activeElement || one.hasAttribute('data-step-current'),
  )
  const next = all[now < 0 ? (by > 0 ? 0 : all.length - 1) : (now + by + all.length) % all.length]
  for (const one of all) one.toggleAttribute('data-step-current', one === next)
  const place = next.hash ? document.getElementById(decodeURIComponent(next.hash.slice(1))) : next
  place?.scrollIntoView({ block: 'center' })
  next.focus({ preventScroll: true })
  return true
}

const keys = {
  '/': () => {
    const search = document.getElementById('search')
    search?.focus()
    search?.select()
    return Boolean(search)
  },
  n: () => step(1),
  p: () => step(-1),
}

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return
  if (keys[event.key]?.()) event.preventDefault()
})

// A form that came back with faults starts at its summary.
document.getElementById('error-summary')?.focus()

// What a form would do, asked for a moment after the last key; an answer that is late is dropped.
const preview = document.querySelector('[data-preview]')
const form = preview?.closest('form')
if (form) {
  let waiting
  let asked
  const show = async () => {
    asked?.abort()
    asked = new AbortController()
    preview.setAttribute('aria-busy', 'true')
    try {
      const answer = await fetch(preview.dataset.preview, {
        method: 'POST',
        body: new URLSearchParams(new FormData(form)),
        signal: asked.signal,
      })
      if (answer.ok) preview.innerHTML = await answer.text()
      preview.removeAttribute('aria-busy')
    } catch (reason) {
      if (reason.name !== 'AbortError') preview.removeAttribute('aria-busy')
    }
  }
  form.addEventListener('input', () => {
    clearTimeout(waiting)
    waiting = setTimeout(show, 350)
  })
}
