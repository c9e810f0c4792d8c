export default definePageConfig({ navigationBarTitleText: '民呼' })
