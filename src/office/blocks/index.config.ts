export default definePageConfig({ navigationBarTitleText: '限制提交', enablePullDownRefresh: true })
