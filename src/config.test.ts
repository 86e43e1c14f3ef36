import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { configFrom, homeFolder } from './config.ts'

describe('the settings', () => {
  it('are the demonstration on this machine where nothing is said', () => {
    expect(configFrom({}, [])).toMatchObject({
      port: 8080,
      host: '127.0.0.1',
      dataFolder: resolve(homeFolder(), 'data'),
      defaultCode: 'sec',
      demonstration: true,
      empty: false,
    })
  })

  it('take an empty setting for none', () => {
    const empty = {
      PORT: '',
      HOST: '',
      SECRETARIAT_DATA: '',
      SECRETARIAT_CODE: '',
      DATABASE_URL: '',
    }
    expect(configFrom(empty, [])).toEqual(configFrom({}, []))
  })

  it.each([
    [{}, ['--empty']],
    [{ DATABASE_URL: 'postgresql://localhost/office' }, []],
    [{ NODE_ENV: 'production' }, []],
  ])('are no demonstration with %o and %o', (environment, words) => {
    expect(configFrom(environment, words).demonstration).toBe(false)
  })

  it('are refused together, each fault by its name', () => {
    const wrong = {
      PORT: '80 80',
      DATABASE_URL: 'mysql://localhost/office',
      SECRETARIAT_OPERATOR_KEY: 'short',
    }
    const names = ['PORT', '80 80', '--full', 'DATABASE_URL', 'SECRETARIAT_OPERATOR_KEY']
    for (const name of names) expect(() => configFrom(wrong, ['--full'])).toThrow(name)
  })
})
