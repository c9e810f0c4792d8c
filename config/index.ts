import path from 'node:path'
import { defineConfig, type UserConfigExport } from '@tarojs/cli'
import TsconfigPathsPlugin from 'tsconfig-paths-webpack-plugin'

const cssModules = {
  enable: false,
  config: { namingPattern: 'module', generateScopedName: '[name]__[local]' },
} as const

/** Taro's default for mini programs switches most of terser off and writes Chinese as \uXXXX. */
const compress = {
  ecma: 2015,
  passes: 2,
  arrows: true,
  collapse_vars: true,
  comparisons: true,
  computed_props: true,
  hoist_props: true,
  inline: true,
  loops: true,
  negate_iife: true,
  properties: true,
  reduce_funcs: true,
  reduce_vars: true,
  switches: true,
  typeofs: true,
}

export default defineConfig<'webpack5'>(async (merge) => {
  const config: UserConfigExport<'webpack5'> = {
    projectName: 'minhu',
    date: '2026-11-21',
    designWidth: 375,
    deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
    sourceRoot: 'src',
    outputRoot: process.env.MINHU_DIST ?? `dist/${process.env.TARO_ENV}`,
    framework: 'react',
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    cache: { enable: process.env.CI !== 'true' },
    plugins: [path.resolve(__dirname, 'templates/index.js')],
    defineConstants: {
      // Where the mini program finds a self-hosted server; the web app is served by that server itself.
      // The environment of WeChat's cloud where the district uses it: then MINHU_SERVER says nothing.
      'process.env.MINHU_CLOUD': JSON.stringify(
        process.env.TARO_ENV === 'weapp' ? (process.env.MINHU_CLOUD ?? '') : '',
      ),
      'process.env.MINHU_SERVER': JSON.stringify(process.env.MINHU_SERVER ?? 'http://127.0.0.1:8750'),
    },
    copy: { patterns: [], options: {} },
    terser: { enable: true, config: { compress, output: { ecma: 2015, comments: false, ascii_only: false } } },
    mini: {
      optimizeMainPackage: { enable: true },
      miniCssExtractPluginOption: { ignoreOrder: true },
      imageUrlLoaderOption: { limit: 1 }, // an inlined picture would travel in every setData
      postcss: { pxtransform: { enable: true, config: {} }, cssModules },
      webpackChain(chain) {
        chain.resolve.plugin('tsconfig-paths').use(TsconfigPathsPlugin)
      },
    },
    h5: {
      publicPath: '/',
      staticDirectory: 'static',
      router: { mode: 'hash' },
      output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
      miniCssExtractPluginOption: {
        ignoreOrder: true,
        filename: 'css/[name].[contenthash:8].css',
        chunkFilename: 'css/[name].[contenthash:8].css',
      },
      postcss: {
        autoprefixer: { enable: true, config: {} },
        // Taro's types lack 'px', which it accepts: the type size follows our own scale, not the root's.
        pxtransform: { enable: true, config: { targetUnit: 'px' as 'rem' } },
        cssModules,
      },
      webpackChain(chain) {
        chain.resolve.plugin('tsconfig-paths').use(TsconfigPathsPlugin)
        // Without a shared chunk every screen repeats the same Taro components: 40 KB gz in all.
        const shared = {
          name: 'shared',
          chunks: 'async',
          minChunks: 2,
          priority: 5,
          reuseExistingChunk: true,
          enforce: true,
        }
        chain.merge({ optimization: { splitChunks: { chunks: 'all', cacheGroups: { shared } } } })
        chain.performance.hints(false)
      },
    },
  }
  return merge({}, config)
})
