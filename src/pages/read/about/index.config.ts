export default definePageConfig({ navigationBarTitleText: '走进曹妃甸', enablePullDownRefresh: true })
