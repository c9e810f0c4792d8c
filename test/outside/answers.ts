/** What providers answer, in the shapes that their documents describe, for the moment at which they are asked. */

const HOUR = 3_600_000
const BEIJING = 8 * HOUR
const clock = (at: number) => new Date(at + BEIJING).toISOString().slice(0, 16)
const zoned = (at: number) => `${clock(at)}+08:00`

/** Open-Meteo: columns, in the clock time of the place. */
export function openMeteoAnswer(now: Date) {
  const at = now.getTime()
  const midnight = Date.parse(`${clock(at).slice(0, 10)}T00:00:00+08:00`)
  const days = Array.from({ length: 7 }, (_, day) => clock(midnight + day * 24 * HOUR).slice(0, 10))
  const hours = Array.from({ length: 168 }, (_, hour) => clock(midnight + hour * HOUR))
  return {
    latitude: 39.25,
    longitude: 118.5,
    utc_offset_seconds: 28_800,
    timezone: 'Asia/Shanghai',
    current_units: { time: 'iso8601', temperature_2m: '°C', wind_speed_10m: 'm/s' },
    current: {
      time: clock(at),
      interval: 900,
      temperature_2m: 4.2,
      relative_humidity_2m: 61,
      apparent_temperature: 0.9,
      precipitation: 0,
      weather_code: 3,
      wind_speed_10m: 5.4,
      wind_direction_10m: 310,
      wind_gusts_10m: 9.1,
    },
    hourly_units: { temperature_2m: '°C' },
    hourly: {
      time: hours,
      temperature_2m: hours.map((_, hour) => hour % 24),
      precipitation_probability: hours.map(() => 20),
      weather_code: hours.map(() => 61),
    },
    daily_units: { temperature_2m_max: '°C' },
    daily: {
      time: days,
      weather_code: days.map(() => 71),
      temperature_2m_max: days.map(() => 9),
      temperature_2m_min: days.map(() => -1.2),
      sunrise: days.map((day) => `${day}T06:40`),
      sunset: days.map((day) => `${day}T18:05`),
      uv_index_max: days.map(() => 3.5),
      precipitation_probability_max: days.map(() => 40),
      wind_speed_10m_max: days.map(() => 8),
    },
  }
}

/** QWeather, version 1: four answers, by their paths. */
export function qweatherAnswers(now: Date) {
  const at = now.getTime()
  const degrees = (value: number) => ({ value, unit: '°C' })
  const wind = {
    direction: { degree: 226, compass: 'sw' },
    speed: { value: 4.74, unit: 'm/s' },
    scale: 3,
  }
  return {
    '/weather/v1/current': {
      metadata: { tag: 'x', attributions: [] },
      condition: { text: '少云', code: '102' },
      temperature: degrees(31.71),
      feelsLike: degrees(35),
      humidity: 0.69,
      wind,
      precipitation: { amount: { value: 0, unit: 'mm' }, type: 'none' },
    },
    '/weather/v1/hourly': {
      hours: [{ forecastTime: zoned(at + HOUR), condition: { text: '小雨', code: '305' }, temperature: degrees(30) }],
    },
    '/weather/v1/daily': {
      days: [
        {
          forecastStartTime: `${clock(at).slice(0, 10)}T00:00+08:00`,
          astro: { sunrise: `${clock(at).slice(0, 10)}T06:40+08:00` },
          temperatureMax: degrees(33),
          temperatureMin: degrees(24),
          uvIndexMax: 7,
          daytime: { condition: { text: '暴雨', code: '310' }, wind, precipitation: { probability: 0.85 } },
        },
      ],
    },
    '/weatheralert/v1/current': {
      metadata: { zeroResult: false },
      alerts: [
        {
          id: '2026032',
          senderName: '示例气象台',
          issuedTime: zoned(at - HOUR),
          messageType: { code: 'update', supersedes: ['2026031'] },
          eventType: { name: '大风', code: '1006' },
          severity: 'minor',
          color: { code: 'blue', red: 30, green: 50, blue: 205, alpha: 1 },
          expireTime: zoned(at + 5 * HOUR),
          headline: '示例气象台发布大风蓝色预警',
          description: '预计今夜 <6 级以上> 大风。',
          criteria: null,
          instruction: '请关好门窗。',
        },
      ],
    },
  }
}

/** Tencent, directions by car with speeds: 9 km clear, 1 km jammed on the second road. */
export const tencentAnswer = {
  status: 0,
  message: 'Success',
  result: {
    routes: [
      {
        mode: 'DRIVING',
        distance: 10_000,
        duration: 21,
        speed: [
          { distance: 9000, level: 0, polyline_idx: [0, 90] },
          { distance: 1000, level: 2, polyline_idx: [90, 120] },
        ],
        steps: [
          { road_name: '甲路', polyline_idx: [0, 88] },
          { road_name: '乙路', polyline_idx: [90, 120] },
        ],
      },
    ],
  },
}

/** Amap, version 5, the same way; its numbers are text. */
export const amapAnswer = {
  status: '1',
  info: 'OK',
  infocode: '10000',
  route: {
    paths: [
      {
        distance: '10000',
        cost: { duration: '1260', tolls: '0' },
        steps: [
          { road_name: '甲路', tmcs: [{ tmc_status: '畅通', tmc_distance: '9000' }] },
          { road_name: '乙路', tmcs: [{ tmc_status: '拥堵', tmc_distance: '1000' }] },
          { road_name: [], tmcs: [] },
        ],
      },
    ],
  },
}

/** A feed: one item with HTML, the same again, one without a date and with a link that is none. */
export const feedAnswer = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>示例网站</title><link>https://a.example/</link>
<item><guid>1</guid><title>停水 &amp; 停电</title><link>https://a.example/1</link><pubDate>Mon, 02 Mar 2026 09:00:00 +0800</pubDate>
<description><![CDATA[<p>明天停水。</p><script>alert(1)</script><img src="x"><a href="http://a.example">看</a>]]></description></item>
<item><guid>1</guid><title>停水 &amp; 停电</title><description>又一次</description></item>
<item><title>无日期</title><link>javascript:alert(1)</link><description>温度 &lt; 5</description></item>
</channel></rss>`

/** Tencent, place suggestions: two near the middle of the district, the second of them without an address. */
export const tencentPlacesAnswer = {
  status: 0,
  message: 'Success',
  count: 2,
  data: [
    {
      id: '1',
      title: '示例医院',
      address: '示例省示例市甲路1号',
      category: '医疗保健',
      type: 0,
      location: { lat: 39.273139, lng: 118.454004 },
      adcode: 130209,
    },
    { id: '2', title: '示例医院东门', location: { lat: 39.2735, lng: 118.455 } },
  ],
}

/** Amap, input tips, the same way; a bus line has no place, and what is not there is an empty array. */
export const amapPlacesAnswer = {
  status: '1',
  info: 'OK',
  infocode: '10000',
  count: '3',
  tips: [
    { id: 'B1', name: '示例医院', district: '示例市示例区', address: '甲路1号', location: '118.454004,39.273139' },
    { id: 'B2', name: '示例医院东门', district: '示例市示例区', address: [], location: '118.455,39.2735' },
    { id: [], name: '示例医院线', district: [], address: [], location: [] },
  ],
}
