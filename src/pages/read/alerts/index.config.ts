export default definePageConfig({ navigationBarTitleText: '应急通知', enablePullDownRefresh: true })
