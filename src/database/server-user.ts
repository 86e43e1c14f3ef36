// As which user a database server runs. PostgreSQL refuses to run as root, so root needs another way.
import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'

export type ServerUser = {
  /** Completes the sentence "Starting PostgreSQL ...". */
  describe: string
  /** Who must own what the server writes; undefined: whoever runs this program. */
  owner: { uid: number; gid: number } | undefined
  /** The command line and spawn options that run a program as this user. */
  run(program: string, args: string[]): { file: string; args: string[]; options: RunOptions }
}

type RunOptions = { cwd: string; env: Record<string, string>; uid?: number; gid?: number }

/**
 * Chooses the user for a server whose programs and data lie in the given places. Anybody but root
 * runs it as themselves. Root runs it as the owner of the data folder, or as `nobody`; where that
 * user cannot reach the programs or the folder (below a private home, say), in a user namespace of
 * root's own, and where those are forbidden, as that user with the one right to pass closed folders.
 * Throws a plain sentence saying what to do when none of these is allowed here.
 */
export function serverUserFor(program: string, folder: string): ServerUser {
  if (process.getuid?.() !== 0) return yourself
  const ways = [other(folder), namespace, passing(folder)]
  const way = ways.find((candidate) => works(candidate, program, folder))
  if (way) return way
  throw new Error(
    `PostgreSQL refuses to run as root, and the user it would run as cannot reach ${folder} or ` +
      `${program}. Start as an ordinary user, or move the installation to a folder that every user ` +
      'may enter (for example below /srv or /opt), or set SECRETARIAT_DATA and the installation ' +
      'apart from a private home, or set DATABASE_URL to a PostgreSQL server.',
  )
}

const surroundings = { cwd: '/', env: { PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC' } }

const yourself: ServerUser = {
  describe: 'for this data folder',
  owner: undefined,
  run: (file, args) => ({ file, args, options: surroundings }),
}

function other(folder: string): ServerUser {
  const { uid, gid, name } = whoFor(folder)
  return {
    describe: `as user ${name}, because it refuses to run as root`,
    owner: { uid, gid },
    run: (file, args) => ({ file, args, options: { ...surroundings, uid, gid } }),
  }
}

const namespace: ServerUser = {
  describe: 'in a user namespace, because it refuses root and others may not enter this folder',
  owner: { uid: 0, gid: 0 },
  run: (program, args) => ({
    file: 'unshare',
    args: ['--user', '--map-user=1000', '--map-group=1000', program, ...args],
    options: surroundings,
  }),
}

function passing(folder: string): ServerUser {
  const { uid, gid, name } = whoFor(folder)
  return {
    describe: `as user ${name} with leave to pass closed folders, because it refuses to run as root`,
    owner: { uid, gid },
    run: (program, args) => ({
      file: 'setpriv',
      args: [
        `--reuid=${uid}`,
        `--regid=${gid}`,
        '--clear-groups',
        '--inh-caps=-all,+dac_override',
        '--ambient-caps=-all,+dac_override',
        '--bounding-set=-all,+dac_override',
        program,
        ...args,
      ],
      options: surroundings,
    }),
  }
}

/** Tried for real, because permissions have more sources than mode bits. */
function works(way: ServerUser, program: string, folder: string): boolean {
  const probe = '"$1" --version && test -x "$2"'
  const { file, args, options } = way.run('/bin/sh', ['-c', probe, 'sh', program, folder])
  return spawnSync(file, args, { ...options, stdio: 'ignore', timeout: 10_000 }).status === 0
}

function whoFor(folder: string): { uid: number; gid: number; name: string } {
  const { uid, gid } = statSync(folder)
  if (uid !== 0) return { uid, gid, name: String(uid) }
  const line = readFileSync('/etc/passwd', 'utf8').match(/^nobody:[^:]*:(-?\d+):(-?\d+):/m)
  return {
    uid: Number(line?.[1] ?? 65534) >>> 0,
    gid: Number(line?.[2] ?? 65534) >>> 0,
    name: 'nobody',
  }
}
