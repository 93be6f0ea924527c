/** The peer of one edit: the least that React can do between a key press and a changed row. */
import { useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import '#ui/base.css'

function OneRow() {
  const [cents, setCents] = useState(0)
  useEffect(() => {
    const onKey = () => setCents(before => before + 1)
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
  return (
    <main>
      <h1>{(cents / 100).toFixed(2)}</h1>
      <ul>
        <li>{(cents / 100).toFixed(2)}</li>
      </ul>
    </main>
  )
}

const root = document.getElementById('root')
if (root === null) throw new Error('no root')
createRoot(root).render(<OneRow />)
