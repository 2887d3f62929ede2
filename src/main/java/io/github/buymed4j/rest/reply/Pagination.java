package io.github.buymed4j.rest.reply;

import org.jspecify.annotations.Nullable;

/**
 * The position of a list reply within the whole list. Values missing in the reply are null.
 *
 * @param page counts from 1
 * @param limit entries per page
 * @param total entries on all pages
 */
public record Pagination(
        @Nullable Integer page,
        @Nullable Integer limit,
        @Nullable Long total,
        @Nullable Integer totalPages) {}
