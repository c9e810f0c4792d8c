import { useRouter } from '@tarojs/taro'
import * as v from 'valibot'
import { failure } from '@/client/call'
import { param } from '@/client/deskRoutes'
import { Kind } from '@/contract/content'
import { DeskScreen } from '@/ui/DeskScreen'
import { publishWords } from '@/ui/publishWords'
import { Loading } from '@/ui/States'
import { Trouble } from '@/ui/Trouble'
import { writeWords } from '@/ui/writeWords'
import { Form } from './Form'
import './index.css'
import { useStart } from './useStart'

/** A release is written here, and the next edition of one: `?kind=alert`, with `&id=` for one that is there already. */
export default function Write() {
  const { params } = useRouter()
  const kind = v.safeParse(Kind, param(params, 'kind'))
  if (!kind.success) {
    return (
      <DeskScreen title={writeWords.title}>
        <Trouble error={failure('release-missing')} again={() => undefined} />
      </DeskScreen>
    )
  }
  return <OfKind kind={kind.output} id={param(params, 'id')} ticket={param(params, 'ticket')} />
}

function OfKind(question: Parameters<typeof useStart>[0]) {
  const { started, again } = useStart(question)
  return (
    <DeskScreen title={publishWords.kinds[question.kind]} className='write-screen'>
      {started.state === 'loading' ? <Loading /> : null}
      {started.state === 'failed' ? <Trouble error={started.error} again={again} /> : null}
      {started.state === 'ready' ? <Form kind={question.kind} start={started.start} /> : null}
    </DeskScreen>
  )
}
