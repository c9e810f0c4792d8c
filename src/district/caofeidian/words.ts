/**
 * The words that people here use for what each category is about: by them a category is suggested before there are tickets
 * to learn from. The category for whatever fits nowhere has none, and is never suggested.
 */
export const categoryWords: Record<string, string[]> = {
  traffic: [
    '马路 道路 公路 高速 路口 路面 堵车 拥堵 坑洼 路坑 红绿灯 信号灯 斑马线 标线 护栏 井盖',
    '违停 乱停 停车 车位 占道 公交 公交车 班车 站牌 出租车 打车 超速 限速 货车 大车 掉头',
    'road street traffic jam pothole parking bus lane crossing lorry truck taxi motorway exit driver',
  ],
  light: [
    '路灯 灯杆 街灯 照明 灯不亮 不亮了 灯坏 灯泡 太黑 漆黑 没灯 灯柱 长明 常亮 忽明忽暗',
    'street light lamp dark lamppost bulb lighting flickering',
  ],
  clean: [
    '垃圾 垃圾桶 清运 清理 保洁 卫生 脏乱 污水 下水道 臭味 恶臭 异味 油烟 粪便 厕所 公厕 苍蝇 废水 冒烟 扬尘 焚烧',
    'rubbish garbage waste trash litter sewage smell stink dirty fumes smoke dust toilet bin dump',
  ],
  noise: [
    '噪音 噪声 扰民 太吵 很吵 吵闹 施工声 音响 喇叭 广场舞 唱歌 睡不着 睡觉 半夜施工 装修声 轰鸣',
    'noise noisy loud music sleep loudspeaker construction drilling shouting',
  ],
  utility: [
    '停水 停电 断水 断电 没水 没电 自来水 水压 水管 漏水 爆管 水质 发黄 水费 电费 电表 跳闸 燃气 煤气 天然气 暖气 供暖 供热 暖气不热',
    'water power electricity outage leak pipe gas heating radiator cold tap supply meter',
  ],
  housing: [
    '物业 物业费 业委会 电梯 楼道 单元门 消防通道 门禁 小区绿化 地下车库 维修基金 房产证 漏雨 外墙 开发商 交房 充电桩',
    'lift elevator stairwell landlord building estate flat apartment property',
  ],
  health: [
    '医保 社保 医保卡 社保卡 报销 医院 看病 住院 挂号 药店 疫苗 养老金 退休 退休金 养老保险 养老院 低保 残疾 生育 工伤',
    'insurance pension hospital doctor medicine reimbursement clinic retirement benefit vaccine',
  ],
  school: [
    '学校 入学 上学 报名 招生 学区 学位 校车 幼儿园 小学 中学 高中 老师 学生 孩子上学 转学 学籍 补课 作业 食堂 学费',
    'school enrolment enrol pupil teacher kindergarten class child education tuition student',
  ],
}
