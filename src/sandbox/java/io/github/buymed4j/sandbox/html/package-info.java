/** What all pages share: rendering, languages, the log-in page. */
@NullMarked
package io.github.buymed4j.sandbox.html;

import org.jspecify.annotations.NullMarked;
