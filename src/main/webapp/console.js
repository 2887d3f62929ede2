// Times in the reader's zone, and values that change while the page is open. Every page works without this file.
const page = document.documentElement.lang;
const language = navigator.languages.find((preferred) => preferred.startsWith(page)) ?? page;
const format = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'long' });

function showTime(time) {
  if (time.dateTime) {
    time.title = time.dateTime;
    time.textContent = format.format(new Date(time.dateTime));
  }
}

// An element with data-live shows the value with that key: as a time, as its attribute that data-attribute names, by the
// one of its children whose data-when is the value, or as text.
function show(element, value) {
  const choices = element.querySelectorAll(':scope > [data-when]');
  if (element.tagName === 'TIME') {
    element.dateTime = value;
    showTime(element);
  } else if (element.dataset.attribute) {
    element.setAttribute(element.dataset.attribute, value);
  } else if (choices.length > 0) {
    choices.forEach((choice) => choice.classList.toggle('off', choice.dataset.when !== value));
  } else {
    element.textContent = value;
  }
}

// An element with an id and data-part is fetched again when the value with that key is no longer its data-version.
async function fetchParts(values) {
  const parts = [...document.querySelectorAll('[data-part]')];
  const old = parts.filter((part) => (values[part.dataset.part] ?? part.dataset.version) !== part.dataset.version);
  if (old.length === 0 || !isUsed()) {
    return;
  }
  old.forEach((part) => { part.dataset.version = values[part.dataset.part]; });
  const reply = await fetch(location.href);
  const fresh = new DOMParser().parseFromString(await reply.text(), 'text/html');
  for (const part of old) {
    const newer = fresh.getElementById(part.id);
    if (newer) {
      part.replaceChildren(...newer.childNodes);
      part.querySelectorAll('time').forEach(showTime);
    }
  }
}

function update(values) {
  document.querySelectorAll('[data-live]').forEach((element) => {
    const value = values[element.dataset.live];
    if (value !== undefined) {
      show(element, value);
    }
  });
  fetchParts(values).catch(() => {});
}

// Whether somebody has used the page within 15 minutes: it asks the server for nothing by itself after that, so that the
// session ends as it would without it.
let used = Date.now();
const isUsed = () => Date.now() - used < 15 * 60 * 1000;
for (const sign of ['pointerdown', 'keydown', 'wheel']) {
  addEventListener(sign, () => { used = Date.now(); }, { passive: true });
}

// Only while the page is seen: browsers allow few connections to one server.
let stream = null;

function disconnect(state) {
  stream?.close();
  stream = null;
  show(document.getElementById('live'), state);
}

function connect() {
  if (stream !== null || document.hidden || !isUsed()) {
    return;
  }
  stream = new EventSource(document.getElementById('live').dataset.stream);
  stream.onmessage = (event) => {
    show(document.getElementById('live'), 'on');
    update(JSON.parse(event.data));
  };
  stream.addEventListener('end', () => disconnect('ended'));
  stream.onerror = () => {
    disconnect('off');
    setTimeout(connect, 5000);
  };
}

document.addEventListener('visibilitychange', () => {
  if (document.hidden) {
    disconnect('off');
  } else {
    used = Date.now();
    connect();
  }
});

document.querySelectorAll('time').forEach(showTime);
connect();
