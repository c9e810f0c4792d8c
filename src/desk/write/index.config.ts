export default definePageConfig({ navigationBarTitleText: '编写', enablePullDownRefresh: true })
