package io.chokepoint.model;

/**
 * Where figures come from.
 *
 * @param year year of publication as the dataset states it; may be empty
 * @param url may be empty
 */
public record Source(String id, String title, String publisher, String year, String url) {}
