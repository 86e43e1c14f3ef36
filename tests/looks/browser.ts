// A browser that gets the specimen pages and their assets from memory, under the policy the server sends.

import { existsSync, readFileSync } from 'node:fs'
import { type Browser, chromium, type Page } from 'playwright-core'
import assets from '../../src/web/assets/assets.json' with { type: 'json' }
import { specimens } from './specimen.tsx'

const executablePath = process.env.SECRETARIAT_CHROMIUM ?? '/usr/bin/chromium'

/** Whether there is a browser to look with. Where every test must run, its absence is a failure instead. */
export const hasBrowser = existsSync(executablePath) || process.env.CI === 'true'

/** A browser of our own; close it when done. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

const policy =
  "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'"

const mimes: Record<string, string> = {
  css: 'text/css',
  js: 'text/javascript',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
}

/** Opens a page of the sheet; whatever the policy refuses or the script throws is put into `complaints`. */
export async function openSpecimen(
  browser: Browser,
  name: string,
  look: { width: number; theme: 'light' | 'dark'; media?: 'screen' | 'print' },
): Promise<{ page: Page; complaints: string[] }> {
  const specimen = specimens.find((one) => one.name === name)
  if (!specimen)
    throw new Error(
      `No specimen is called ${name}; there are ${specimens.map((one) => one.name).join(', ')}`,
    )
  const page = await browser.newPage({
    viewport: { width: look.width, height: 900 },
    colorScheme: look.theme,
    reducedMotion: 'reduce',
  })
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.route('http://specimen.test/**', async (route) => {
    const { pathname } = new URL(route.request().url())
    const asset = assets.find(({ to }) => `/assets/${to}` === pathname)
    if (asset) {
      const contentType = mimes[asset.to.split('.').at(-1) ?? ''] ?? 'text/plain'
      await route.fulfill({ body: readFileSync(asset.from), contentType })
    } else {
      await route.fulfill({
        body: specimen.html,
        contentType: 'text/html; charset=utf-8',
        headers: { 'content-security-policy': policy },
      })
    }
  })
  await page.goto(`http://specimen.test/${name}`)
  if (look.media) await page.emulateMedia({ media: look.media })
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  return { page, complaints }
}
