export default definePageConfig({ navigationBarTitleText: '交通', enablePullDownRefresh: true })
