/** miniprogram-ci, WeChat's own uploader, which is installed apart: `npm ci --prefix cloud/tools`. */
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { Deployment } from './deployment'

/** The port. Each throws when WeChat refuses. */
export type Ci = {
  /** A new function is made with Node 8.9 and three seconds, and config.json is not looked at: seen in its source, 2.1.42. */
  uploadFunction(name: string, folder: string): Promise<void>
  /** False when it was refused; miniprogram-ci does not say why. One that is there already may be a reason. */
  createTrigger(name: string, trigger: Trigger): Promise<boolean>
  /** `project` is a folder with project.config.json. The upload becomes the development version. */
  uploadProgram(project: string): Promise<void>
}
export type Trigger = { name: string; type: string; config: string }

const TOOLS = path.resolve('cloud/tools/package.json')
export const toolsAreThere = (): boolean => existsSync(path.resolve('cloud/tools/node_modules/miniprogram-ci'))

/** What is used of it, as its README (2.1.42) and its declarations have it. */
export type MiniProgramCi = {
  Project: new (about: { appid: string; type: 'miniProgram'; projectPath: string; privateKeyPath: string }) => object
  upload(about: {
    project: object
    version: string
    desc: string
    setting: { useProjectConfig: true }
    onProgressUpdate: () => void
  }): Promise<unknown>
  cloud: {
    uploadFunction(about: {
      project: object
      env: string
      name: string
      path: string
      remoteNpmInstall: true
    }): Promise<unknown>
    createTimeTrigger(about: {
      project: object
      envId: string
      functionName: string
      triggersConfig: Trigger[]
    }): Promise<string>
  }
}
/** It answers a refusal with another sentence, and not with an error. */
const TRIGGER_MADE = '创建定时触发器成功'

const installed = (): MiniProgramCi => createRequire(TOOLS)('miniprogram-ci')

/** `projectPath` is the folder that its own project.config.json lies in. */
export function openCi(deployment: Deployment, projectPath: string, ci: MiniProgramCi = installed()): Ci {
  const { appid, environment, uploadKey, version, description } = deployment
  const projectAt = (folder: string) =>
    new ci.Project({ appid, type: 'miniProgram', projectPath: folder, privateKeyPath: path.resolve(uploadKey) })
  const project = projectAt(projectPath)
  return {
    async uploadFunction(name, folder) {
      const about = { project, env: environment, name, path: path.resolve(folder) }
      await ci.cloud.uploadFunction({ ...about, remoteNpmInstall: true })
    },
    async createTrigger(functionName, trigger) {
      const about = { project, envId: environment, functionName, triggersConfig: [trigger] }
      return (await ci.cloud.createTimeTrigger(about)) === TRIGGER_MADE
    },
    async uploadProgram(folder) {
      const setting = { useProjectConfig: true } as const
      const about = { project: projectAt(folder), version, desc: description, setting }
      await ci.upload({ ...about, onProgressUpdate: () => undefined })
    },
  }
}
