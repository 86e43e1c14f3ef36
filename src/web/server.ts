// The web server: every route from the declarations, the same viewer and the same headers on each.

import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative } from 'node:path'
import formbody from '@fastify/formbody'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { Office } from '#office/office.ts'
import { type Access, setCookie } from './access.ts'
import { type Call, callOf } from './ask.ts'
import { codeRoutes, type Routes } from './code-routes.ts'
import { drawBroken, drawNotFound } from './draw-page.tsx'
import { type KeptAnswers, keptAnswers } from './kept-answers.ts'

export interface ServerOptions {
  readonly office: Office
  readonly access: Access
  /** The folder of built style, script and fonts. */
  readonly assets: string
  /** Routes beside the pages: the API's, handed in so that the web need not know them. */
  readonly beside: readonly Routes[]
  /** Whether rendered answers are kept; they are unless a measurement wants to know. */
  readonly keepAnswers?: boolean
  readonly log?: (line: string) => void
}

export interface WebServer {
  readonly server: FastifyInstance
  readonly routeTable: readonly { readonly method: string; readonly url: string }[]
}

/** What every route needs: the office, who may act, what was drawn before, and what a request is about. */
export interface Counter {
  readonly office: Office
  readonly access: Access
  readonly kept: KeptAnswers | undefined
  call(request: FastifyRequest): Call
}

const securityHeaders = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
}

/** The server, ready to listen, and every route that it has. */
export async function webServer(options: ServerOptions): Promise<WebServer> {
  const { office, access, log = () => undefined } = options
  const server = Fastify({
    logger: false,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 16_384 },
    bodyLimit: 1_048_576,
    genReqId: () => randomUUID(),
    frameworkErrors: (error, _request, reply) => {
      const detail =
        'The address cannot be read: a percent sign stands before two hexadecimal digits'
      const status = error.statusCode ?? 400
      const answer = reply as FastifyReply
      answer
        .code(status)
        .headers(securityHeaders)
        .type(problemType)
        .send(problemOf(status, 'Not understood', detail))
    },
  })
  // A text is no answer to any form; left in, it would be taken for a body of single characters.
  server.removeContentTypeParser('text/plain')
  const routeTable: { method: string; url: string }[] = []
  server.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) routeTable.push({ method: one, url })
  })
  server.addHook('onSend', async (_request, reply, payload) => {
    for (const [name, value] of Object.entries(securityHeaders))
      if (!reply.hasHeader(name)) reply.header(name, value)
    return payload
  })

  const counter: Counter = {
    office,
    access,
    kept: options.keepAnswers === false ? undefined : keptAnswers(),
    call: (request) => callOf(request, office, access.admitted(request)),
  }
  // Before any route: a route keeps the handlers that stood when it was added.
  server.setNotFoundHandler(async (request, reply) => sendNotFound(request, reply, counter))
  server.setErrorHandler(async (error: Error & { statusCode?: number }, request, reply) =>
    sendFailure(error, request, reply, counter, log),
  )
  await server.register(formbody)
  serveAssets(server, options.assets)
  keyRoutes(server, counter)
  for (const prefix of ['', '/codes/:code']) {
    await server.register(
      async (ofCode) => {
        ofCode.addHook('preHandler', async (request, reply) => knownCode(request, reply, counter))
        codeRoutes(ofCode, counter)
        for (const routes of options.beside) routes(ofCode, counter)
      },
      { prefix },
    )
  }
  return { server, routeTable }
}

export const wantsJson = (request: FastifyRequest) => /\/api\/v1(\/|\?|$)/.test(request.url)

async function knownCode(request: FastifyRequest, reply: FastifyReply, counter: Counter) {
  const { code } = counter.call(request)
  if (!counter.office.knows(counter.office.journal.state, code))
    return sendNotFound(request, reply, counter)
}

const problemType = 'application/problem+json; charset=utf-8'

const problemOf = (status: number, title: string, detail: string) => ({
  type: 'about:blank',
  title,
  status,
  detail,
})

/** What could not be taken in, or is broken here: logged with the request's id, and told without its insides. */
async function sendFailure(
  error: Error & { statusCode?: number },
  request: FastifyRequest,
  reply: FastifyReply,
  counter: Counter,
  log: (line: string) => void,
) {
  const status = error.statusCode ?? 500
  if (status < 500)
    return reply
      .code(status)
      .type(problemType)
      .send(problemOf(status, 'Not understood', error.message))
  log(`${request.id} ${request.method} ${request.url.split('?', 1)[0]}: ${error.stack}`)
  if (wantsJson(request)) {
    const broken = problemOf(500, 'Broken', 'The fault is ours; it has been logged')
    return reply
      .code(500)
      .type(problemType)
      .send({ ...broken, instance: request.id })
  }
  const drawn = await drawBroken(counter.office, counter.call(request), request.id)
  return reply.code(500).type(drawn.type).send(drawn.body)
}

async function sendNotFound(request: FastifyRequest, reply: FastifyReply, counter: Counter) {
  if (wantsJson(request)) {
    const says = 'Nothing that you can read stands at this address'
    return reply
      .code(404)
      .type(problemType)
      .send(problemOf(404, 'Not found', says))
  }
  const { office } = counter
  const known = { ...counter.call(request), code: office.defaultCode, base: '' }
  const reading = await office.read({ code: known.code, viewer: known.viewer })
  const drawn = drawNotFound(office, { ...known, query: {} }, reading)
  return reply.code(404).type(drawn.type).send(drawn.body)
}

/**
 * `/key?key=…` lets the holder of a key act in this browser, and shows where that begins; `/operator?key=…` is the
 * operator's own address of it. `/key/leave` ends it.
 */
function keyRoutes(server: FastifyInstance, { office, access }: Counter) {
  for (const at of ['/key', '/operator'])
    server.get(at, async (request, reply) => {
      const { key } = request.query as { key?: unknown }
      const admitted = typeof key === 'string' ? access.admit(key) : undefined
      if (!admitted) return reply.callNotFound()
      const base = admitted.code === office.defaultCode ? '' : `/codes/${admitted.code}`
      reply.header('set-cookie', setCookie(admitted, request.protocol === 'https'))
      return reply.redirect(base + (admitted.viewer.own?.home ?? '/desk'), 303)
    })
  server.post('/key/leave', async (request, reply) => {
    reply.header('set-cookie', setCookie(null, request.protocol === 'https'))
    return reply.redirect('/', 303)
  })
}

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
}

/** Style, script and fonts, read once. */
function serveAssets(server: FastifyInstance, folder: string) {
  for (const file of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const type = types[extname(file.name)]
    if (!file.isFile() || !type) continue
    const path = join(file.parentPath, file.name)
    const body = readFileSync(path)
    server.get(`/assets/${relative(folder, path).split('\\').join('/')}`, (_request, reply) =>
      reply.header('cache-control', 'public, max-age=3600').type(type).send(body),
    )
  }
}
