export const recoveryPath = '/recovery'

/** Shown when the page has crashed twice in a row. It has no script, so that nothing in it can fail again. */
export const recoveryPage = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Linekeeper</title>
<style>
:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif }
body { display: grid; place-content: center; min-height: 100vh; margin: 0; padding: 24px; box-sizing: border-box;
  background: light-dark(#f6f6f3, #161719); color: light-dark(#1c1d1f, #ececea) }
main { max-width: 46ch }
h1 { font-size: 19px }
a { display: inline-block; padding: 8px 16px; border-radius: 8px; text-decoration: none;
  background: light-dark(#2a52be, #8fb0ff); color: light-dark(#fff, #161719) }
a:focus-visible { outline: 3px solid light-dark(#2a52be, #8fb0ff); outline-offset: 3px }
</style>
</head>
<body>
<main>
<h1>The window stopped working</h1>
<p>Your numbers, accounts and changes are safe: they are kept apart from this window. It was opened again once and
stopped a second time.</p>
<p><a href="/">Open Linekeeper again</a></p>
<p>If this comes back, close Linekeeper and start it once more. What happened is written in its log file.</p>
</main>
</body>
</html>
`
