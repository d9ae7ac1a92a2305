export { problem } from '../core/problem.ts'
