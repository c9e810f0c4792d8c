/** What the libraries of the cloud bring along and no function of ours ever reaches is left out of the bundle. */
import type { Plugin } from 'esbuild'

/**
 * Packages that say they may be left out where unused, but say it in a package.json that esbuild does not read: they lie
 * under a second one.
 */
const SHAKEN = /^(htmlparser2|domutils|domhandler|domelementtype|dom-serializer|entities)(\/|$)/
/** The SDK's chat with language models: it alone asks for the browsers' SDK, its adapters and a second kind of streams. */
const CHAT = { from: /@cloudbase[\\/]node-sdk[\\/]dist[\\/]cloudbase\.js$/, asked: /^\.\/ai$/ }
/** Thousands of kinds of files, twice. The names of ours are here; a library that finds no name sends plain bytes. */
const KINDS = {
  'application/json': { extensions: ['json'] },
  'application/octet-stream': { extensions: ['bin'] },
  'audio/aac': { extensions: ['aac'] },
  'audio/mp4': { extensions: ['m4a'] },
  'audio/mpeg': { extensions: ['mp3'] },
  'image/gif': { extensions: ['gif'] },
  'image/jpeg': { extensions: ['jpg', 'jpeg'] },
  'image/png': { extensions: ['png'] },
  'image/webp': { extensions: ['webp'] },
  'text/plain': { extensions: ['txt'] },
  'video/mp4': { extensions: ['mp4'] },
  'video/webm': { extensions: ['webm'] },
}

export const leaner: Plugin = {
  name: 'leaner',
  setup(build) {
    build.onResolve({ filter: /^mime-db$/ }, () => ({ path: 'mime-db', namespace: 'leaner' }))
    build.onResolve({ filter: CHAT.asked }, ({ importer }) =>
      CHAT.from.test(importer) ? { path: 'chat', namespace: 'leaner' } : undefined,
    )
    build.onResolve({ filter: SHAKEN }, async ({ path, importer, resolveDir, kind, pluginData }) => {
      if (pluginData === leaner.name) return undefined
      const found = await build.resolve(path, { importer, resolveDir, kind, pluginData: leaner.name })
      return { ...found, sideEffects: false }
    })
    build.onLoad({ filter: /^mime-db$/, namespace: 'leaner' }, () => ({
      contents: JSON.stringify(KINDS),
      loader: 'json',
    }))
    build.onLoad({ filter: /^chat$/, namespace: 'leaner' }, () => ({
      contents: `exports.createAI = () => { throw new Error('left out of this bundle: cloud/leaner.ts') }`,
      loader: 'js',
    }))
  },
}
