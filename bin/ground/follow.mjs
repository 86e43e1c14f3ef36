// Loaded into a program that a script started: when the script is gone, the program ends in good order.
import { Socket } from 'node:net'

if (Number(process.env.SECRETARIAT_STARTED_BY) === process.ppid) {
  const tie = new Socket({ fd: 3 })
  tie.on('close', () => process.kill(process.pid, 'SIGTERM'))
  tie.on('error', () => {})
  tie.resume()
  tie.unref()
}
