/// <reference types="@tarojs/taro" />

declare module '*.css'
declare module '*.png' {
  const path: string
  export default path
}
declare module '*.svg' {
  const path: string
  export default path
}

declare namespace NodeJS {
  interface ProcessEnv {
    TARO_ENV: 'weapp' | 'h5'
    MINHU_SERVER: string
    MINHU_CLOUD: string
  }
}
