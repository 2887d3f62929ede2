// Shows each time in the reader's zone, in the language of the page.
const page = document.documentElement.lang;
const language = navigator.languages.find((preferred) => preferred.startsWith(page)) ?? page;
const format = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'long' });

function showTime(time) {
  time.title = time.dateTime;
  time.textContent = format.format(new Date(time.dateTime));
}

document.querySelectorAll('time').forEach(showTime);
