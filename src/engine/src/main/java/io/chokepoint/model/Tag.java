package io.chokepoint.model;

/**
 * What a tag of goods or markets means.
 *
 * @param id as selectors write it
 * @param name as it stands inside a sentence, in the plural where it can be counted: "AI chips", "controlled rare earths"
 * @param description what has the tag; may be empty
 */
public record Tag(String id, String name, String description) {}
