export default definePageConfig({ navigationBarTitleText: '新闻', enablePullDownRefresh: true })
