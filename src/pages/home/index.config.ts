export default definePageConfig({ navigationBarTitleText: '民呼', enablePullDownRefresh: true })
