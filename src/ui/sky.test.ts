import { coastWind, uvLevel, windForce, windName } from './sky'

describe('the force of a wind', () => {
  test.each([
    [0, 0],
    [0.2, 0],
    [0.3, 1],
    [1.5, 1],
    [3.3, 2],
    [3.4, 3],
    [5.5, 4],
    [8, 5],
    [10.7, 5],
    [10.8, 6],
    // Between two lines of the scale the nearer tenth counts.
    [10.74, 5],
    [10.76, 6],
    [17.2, 8],
    [32.7, 12],
    [60, 17],
  ])('%d m/s is %d', (speed, force) => expect(windForce(speed)).toBe(force))
})

describe('the name of a wind', () => {
  test.each([
    [0, '北风'],
    [22, '北风'],
    [23, '东北风'],
    [90, '东风'],
    [226, '西南风'],
    [315, '西北风'],
    [350, '北风'],
    [360, '北风'],
    [-45, '西北风'],
  ])('from %d degrees it is %s', (direction, name) => expect(windName(direction).zh).toBe(name))
})

describe('at the coast', () => {
  test.each([
    ['a fresh breeze is nothing to tell', { speed: 10 }, undefined],
    ['from force 6 on the wind is told', { speed: 10.8 }, { force: 6, gusts: false }],
    ['from force 7 on its gusts are', { speed: 8, gusts: 13.9 }, { force: 7, gusts: true }],
    ['gusts of force 6 are not', { speed: 8, gusts: 13.8 }, undefined],
    ['the wind goes before its gusts', { speed: 14, gusts: 21 }, { force: 7, gusts: false }],
  ])('%s', (_, wind, told) => expect(coastWind(wind)).toEqual(told))
})

describe('the level of ultraviolet light', () => {
  test.each([
    [0, 0],
    [2.4, 0],
    [2.5, 1],
    [4, 1],
    [6, 2],
    [9, 3],
    [10, 4],
    [13, 4],
  ])('index %d is level %d', (index, level) => expect(uvLevel(index)).toBe(level))
})
