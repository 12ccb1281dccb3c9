import { MessageSquarePlus } from 'lucide-react'
import { type RefObject, useEffect, useMemo, useRef } from 'react'
import { isSameKeyword, type KeywordsState } from '../../stores/keywords.ts'
import { rowAt } from '../../stores/windowed/pages.ts'
import { Button } from '../../ui/button.tsx'
import { DataGrid, type GridHandle } from '../../ui/grid/data-grid.tsx'
import { type GridActions, noSelecting } from '../../ui/grid/use-grid-events.ts'
import { ListSearch } from '../../ui/list-search.tsx'
import { ListTitle, Split } from '../../ui/split.tsx'
import { toast } from '../../ui/toast.tsx'
import { useNow } from '../../ui/use-now.ts'
import { useWidth } from '../../ui/use-width.ts'
import { counted } from '../../words.ts'
import { OldRows } from '../old-rows.tsx'
import { useRowHeight } from '../row-heights.ts'
import { useGetState, useScreen } from '../stores.ts'
import { useAccountMap } from '../use-accounts.ts'
import { columnsOf, type KeywordColumn, keywordSorts } from './columns.tsx'
import { Empty } from './empty.tsx'
import { KeywordPanel } from './keyword-panel.tsx'
import { useKeywordAccounts } from './use-keyword-accounts.ts'
import { WordsPanel } from './words-panel.tsx'

/** A width to draw with until the real one is known. */
const guess = 900

/** Every keyword that is leased, and words that could be. */
export function KeywordsScreen() {
  const now = useNow(30_000)
  const list = useRef<HTMLElement>(null)
  const grid = useRef<GridHandle>(null)
  const accounts = useAccountMap()
  const width = useWidth(list) || guess
  const columns = useMemo(() => columnsOf({ accounts, now, width: width - 26 }), [accounts, now, width])
  const total = useScreen('keywords', (state) => state.total)
  const failure = useScreen('keywords', (state) => state.failure)
  useAccountFilter()
  return (
    <Split
      name="Keywords"
      listRef={list}
      top={
        <>
          <Top />
          <OldRows list="keywords" />
        </>
      }
      panel={usePanel(now, () => grid.current?.focus())}
    >
      {total === 0 || (total === null && failure) ? <Empty /> : <KeywordGrid columns={columns} handle={grid} />}
    </Split>
  )
}

/** The words that are looked at, or else the keyword that was opened. */
function usePanel(now: number, onClosed: () => void) {
  const row = useScreen('keywords', (state) => state.shown)
  const isWords = useScreen('words', (state) => state.isOpen)
  const account = useAccountMap().get(row?.accountId ?? '')
  if (isWords) return <WordsPanel onClosed={onClosed} />
  return row && <KeywordPanel {...{ row, account, now, onClosed }} />
}

/** The accounts that the top bar shows are those of every list. */
function useAccountFilter(): void {
  const accountIds = useScreen('numbers', (state) => state.filter.accountIds)
  const setAccounts = useScreen('keywords', (state) => state.setAccounts)
  useEffect(() => setAccounts(accountIds), [setAccounts, accountIds])
  const reload = useScreen('keywords', (state) => state.reload)
  useEffect(reload, [reload])
}

function Top() {
  const total = useScreen('keywords', (state) => state.total)
  const search = useScreen('keywords', (state) => state.search)
  const typed = useScreen('keywords', (state) => state.typed)
  const type = useScreen('keywords', (state) => state.type)
  const openWords = useScreen('words', (state) => state.open)
  const shown = useScreen('keywords', (state) => state.accountIds)
  const canOrder = useKeywordAccounts().some(({ id }) => shown.length === 0 || shown.includes(id))
  return (
    <ListTitle
      title="Keywords"
      summary={total ? (search ? `${counted(total, 'keyword')} found` : `${total} leased`) : null}
    >
      {(total !== 0 || search) && (
        <ListSearch label="Find a keyword" placeholder="Find a keyword or label" value={typed} onChange={type} />
      )}
      {canOrder && (
        <Button look="primary" icon={<MessageSquarePlus aria-hidden="true" />} onPress={openWords}>
          Check words
        </Button>
      )}
    </ListTitle>
  )
}

type KeywordGridProps = { readonly columns: readonly KeywordColumn[]; readonly handle: RefObject<GridHandle | null> }

function KeywordGrid({ columns, handle }: KeywordGridProps) {
  const pages = useScreen('keywords', (state) => state.pages)
  const total = useScreen('keywords', (state) => state.total)
  const answer = useScreen('keywords', (state) => state.answered)
  const onShow = useScreen('keywords', (state) => state.show)
  const id = useScreen('keywords', (state) => state.sort)
  const direction = useScreen('keywords', (state) => state.direction)
  const shown = useScreen('keywords', (state) => state.shown)
  const isWords = useScreen('words', (state) => state.isOpen)
  const rowHeight = useRowHeight()
  return (
    <DataGrid
      label="Keywords"
      {...{ columns, total, answer, onShow, handle, rowHeight }}
      rowAt={(index) => rowAt(pages, index)}
      sort={useMemo(() => ({ id, direction }), [id, direction])}
      isOpen={(row) => !isWords && shown !== null && isSameKeyword(row, shown)}
      actions={useGridActions()}
    />
  )
}

function useGridActions(): GridActions {
  const keywords = useGetState('keywords')
  const words = useGetState('words')
  return useMemo(() => {
    const row = (index: number) => rowAt(keywords().pages, index)
    return {
      ...noSelecting,
      sortBy: (column) => {
        const sort = keywordSorts.find((id) => id === column)
        if (sort) keywords().sortBy(sort satisfies KeywordsState['sort'])
      },
      open: (index) => {
        const found = row(index)
        if (!found) return
        words().close()
        keywords().open(found)
      },
      copy: (index) => void copy(row(index)?.keyword),
      escape: () => (words().isOpen ? words().close() : keywords().close()),
    }
  }, [keywords, words])
}

async function copy(keyword: string | undefined): Promise<void> {
  if (!keyword) return
  await navigator.clipboard.writeText(keyword)
  toast(`Copied ${keyword}`)
}
