export default definePageConfig({ navigationBarTitleText: '转办规则', enablePullDownRefresh: true })
