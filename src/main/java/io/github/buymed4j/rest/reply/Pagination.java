package io.github.buymed4j.rest.reply;

import org.jspecify.annotations.Nullable;

/**
 * Where a list reply stands in the whole. Each value is null where the platform left it out.
 *
 * @param page counts from 1
 * @param limit entries a page
 * @param total entries on all pages
 */
public record Pagination(
        @Nullable Integer page,
        @Nullable Integer limit,
        @Nullable Long total,
        @Nullable Integer totalPages) {}
