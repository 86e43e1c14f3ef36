#!/usr/bin/env node
// Installs everything for running, testing and changing the program, and nothing else.
import { install } from './ground/install.mjs'
import { script } from './ground/telling.mjs'

await script(async () => {
  const installed = await install({ development: true, say: console.log })
  if (!installed) console.log('Everything is installed already.')
  console.log('Next: npm start to see it run, npm test to check it.')
})
