export default definePageConfig({ navigationBarTitleText: '热线电话', enablePullDownRefresh: true })
