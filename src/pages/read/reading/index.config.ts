export default definePageConfig({
  navigationBarTitleText: '正文',
  enablePullDownRefresh: true,
  enableShareAppMessage: true,
})
