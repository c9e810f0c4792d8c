export default definePageConfig({ navigationBarTitleText: '天气', enablePullDownRefresh: true })
