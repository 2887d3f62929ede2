/**
 * The Client ID and Client Secret in use: read from their sources as one immutable snapshot, watched for changes, and
 * replaced when the platform rejects them. Uses {@code config} only.
 */
@NullMarked
package io.github.buymed4j.credentials;

import org.jspecify.annotations.NullMarked;
